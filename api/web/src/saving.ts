/** Hand a file to the reader, as if it had been downloaded. */
import { make } from "./dom";

/** Save text under a name. */
export function saveText(name: string, mediaType: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  saveAddress(name, address);
  URL.revokeObjectURL(address);
}

/** Save what an address of this page's own (a blob or data address) holds under a name. */
export function saveAddress(name: string, address: string): void {
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
}
