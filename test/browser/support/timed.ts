/** Says how long the browser tests took, once they are through. */
export default () => {
  const began = performance.now();
  return () => {
    const seconds = Math.round((performance.now() - began) / 1000);
    process.stdout.write(`\nThe browser tests took ${seconds} seconds.\n`);
  };
};
