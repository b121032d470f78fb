/** Hands on what either of two connections sends; an error of one ends the other. */
export function joined(near, far) {
  near.pipe(far).pipe(near);
  near.on('error', () => far.destroy());
  far.on('error', () => near.destroy());
}
