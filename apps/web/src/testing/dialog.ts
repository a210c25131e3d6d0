/**
 * The DOM of the tests knows no `<dialog>` that opens: this one has the attribute and the `close` event of a real one, and neither its
 * layer nor its focus. For `beforeAll`.
 */
export function dialogs(): void {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}
