import { type RefObject, useLayoutEffect } from 'react';

/** Where the keyboard goes when what had it is not there any more. */
const messageBox = 'textarea[data-message-box]';

/** Gives the keyboard back in the same breath, so that nothing typed at once goes nowhere. */
const giveBack = (to: Element | null): void => {
  const there = to instanceof HTMLElement && to.isConnected && to !== document.body ? to : null;
  const place = there ?? document.querySelector<HTMLElement>(messageBox);
  // Chromium gives a text its focus back while everything under the closed dialog still counts as unreachable, and then
  // swallows what is typed. Asking for a measure has it look again; the text is left and entered once more.
  document.body.getBoundingClientRect();
  place?.blur();
  place?.focus({ preventScroll: true });
};

/**
 * Has a dialog stand over everything else: the keyboard stays in it, begins at `first`, and goes back to where it was. One
 * that is only to be looked at leaves the keyboard where it is.
 */
export const useModal = (place: RefObject<HTMLDialogElement | null>, first: string, looking: boolean): void => {
  useLayoutEffect(() => {
    const dialog = place.current;
    if (looking) {
      dialog?.show();
      return () => dialog?.close();
    }
    const before = document.activeElement;
    dialog?.showModal();
    // What a dialog says at its top is read first: it stays in sight.
    dialog?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
    return () => {
      dialog?.close();
      if (document.querySelector('dialog:modal')) return;
      giveBack(before);
      // What had it may go in the same stroke as the dialog.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) giveBack(null);
      });
    };
  }, [place, first, looking]);
};
