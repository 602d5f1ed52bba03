/**
 * What was typed to choose from a list and never chosen, by block: it would go nowhere, and whoever typed it would not know.
 */
export const unchosenIn = (form: HTMLFormElement): Record<string, string> => {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[data-block] input[role=combobox]')];
  return Object.fromEntries(
    boxes.flatMap((box) => {
      const block = box.closest<HTMLElement>('[data-block]')?.dataset.block;
      return block === undefined || box.value.trim() === ''
        ? []
        : [[block, `“${box.value.trim()}” is typed but not chosen. Choose from the list, or clear it.`]];
    }),
  );
};
