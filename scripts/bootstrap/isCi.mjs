/** On CI a part that cannot run is a failure; on a laptop it is left out and named. */
export function isCi(env = process.env) {
  return env.CI === 'true' || env.CI === '1';
}
