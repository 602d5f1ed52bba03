const acts: (() => void | Promise<void>)[] = [];

/** Has this done once the test is over, before what was asked for earlier. What it throws fails the test. */
export const afterTheTest = (act: () => void | Promise<void>): void => void acts.push(act);

/** Does everything that was asked for, whatever some of it throws; then throws the first of that. */
export const closeAll = async (): Promise<void> => {
  const wrong: unknown[] = [];
  for (const act of acts.splice(0).reverse()) {
    try {
      await act();
    } catch (error) {
      wrong.push(error);
    }
  }
  if (wrong.length > 0) throw wrong[0];
};
