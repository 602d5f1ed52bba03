/** Where what is typed is meant for something else. */
const elsewhere = 'input, select, textarea, [role=menu], dialog';

/** The keyboard begins in the box, and what is typed anywhere outside a form lands in it. Gives what ends that. */
export const typingLandsIn = (box: HTMLTextAreaElement | null) => {
  const isFree = document.activeElement === document.body || document.activeElement?.closest('nav') != null;
  // On a phone the keyboard would cover what there is to read.
  if (isFree && matchMedia('(hover: hover)').matches) box?.focus({ preventScroll: true });
  const typed = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): void => {
    if ([...key].length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return;
    if (document.querySelector('dialog:modal') || (target instanceof Element && target.closest(elsewhere))) return;
    box?.focus();
  };
  addEventListener('keydown', typed);
  return () => removeEventListener('keydown', typed);
};
