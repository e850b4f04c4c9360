/** How long this thread is kept busy before others get their turn. */
const sliceMs = 6;

/** A function to be awaited between the steps of long work: lets others run when this thread was busy for long enough. */
export function takeTurns(): () => Promise<void> | undefined {
  let sliceEndMs = performance.now() + sliceMs;

  async function giveWay(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    sliceEndMs = performance.now() + sliceMs;
  }

  return () => (performance.now() > sliceEndMs ? giveWay() : undefined);
}
