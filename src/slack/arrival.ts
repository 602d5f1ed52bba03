/** Slack waits three seconds for an answer; half a second of them is left for the ways there and back. */
const inTime = 2500;

/**
 * Whether one answer arrives, as far as this end can know: nobody can say what a connection delivered that broke soon after.
 * Begun when its question comes.
 */
export const awaitArrival = () => {
  let over = (_: boolean): void => {};
  const arrived = new Promise<boolean>((resolve) => {
    over = resolve;
  });
  let timer = setTimeout(() => over(false), inTime).unref();
  return {
    /** False where it came too late, or where its connection broke before it was sent or soon after. */
    arrived,
    /** It was sent, and has arrived unless its connection breaks within so many milliseconds. */
    sent: (within: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => over(true), within).unref();
    },
    over,
  };
};

export type Arrival = ReturnType<typeof awaitArrival>;
