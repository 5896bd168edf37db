/** Copy text to the reader's clipboard. */

/** Return whether the text could be copied: a browser allows it on https and on this machine only. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // also where there is no clipboard: the text stays on the page to be copied by hand
  }
}
