/** What was before, for undo and redo. */
const LONGEST = 200;

export class Past<Value> {
  private readonly before: Value[] = [];
  private after: Value[] = [];

  constructor(private value: Value) {}

  get now(): Value {
    return this.value;
  }

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  get canRedo(): boolean {
    return this.after.length > 0;
  }

  /** Go on to another value; what was undone is forgotten. */
  go(value: Value): void {
    this.before.push(this.value);
    if (this.before.length > LONGEST) this.before.shift();
    this.after = [];
    this.value = value;
  }

  /** Put another value in the place of the present one, as part of the same step. */
  replace(value: Value): void {
    this.value = value;
  }

  undo(): boolean {
    const value = this.before.pop();
    if (value === undefined) return false;
    this.after.push(this.value);
    this.value = value;
    return true;
  }

  redo(): boolean {
    const value = this.after.pop();
    if (value === undefined) return false;
    this.before.push(this.value);
    this.value = value;
    return true;
  }
}
