/** Where a press acts: what is pressed twice in one go there was meant once. */
const acting = '.foot button, .blocks button, .menu button, .box button';

const isLine = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement && target.dataset.messageBox === undefined;

/**
 * One press is one act. The second half of a double click, and Enter held down, would otherwise reach whatever stands in
 * the same place by then: the receipt's button in the place of the form's.
 */
export const onePressIsOneAct = (): void => {
  addEventListener(
    'click',
    (event) => {
      if (event.detail < 2 || !(event.target instanceof Element) || !event.target.closest(acting)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || !event.repeat || event.shiftKey || isLine(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
};
