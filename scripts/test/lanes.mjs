/**
 * Runs steps in lanes: those of one lane one after the other, in order, the
 * lanes side by side. A step waits for those named in its `after`, of whatever
 * lane; one that is not among the steps is not waited for. `run` must not
 * throw.
 */
export async function runLanes(steps, run) {
  const ended = new Map(steps.map(({ name }) => [name, promise()]));
  const lanes = Map.groupBy(steps, ({ lane }) => lane);
  await Promise.all(
    [...lanes.values()].map(async lane => {
      for (const step of lane) {
        const others = (step.after ?? []).map(name => ended.get(name)?.promise);
        await Promise.all(others);
        await run(step);
        ended.get(step.name).resolve();
      }
    }),
  );
}

function promise() {
  let resolve;
  return { promise: new Promise(done => (resolve = done)), resolve };
}
