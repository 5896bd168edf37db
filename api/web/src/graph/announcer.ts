/** A live region: what happened, in words, also for those who see it. */
export class Announcer {
  constructor(private readonly element: HTMLElement) {}

  say(text: string): void {
    this.element.textContent = text;
  }
}
