import { StringDecoder } from 'node:string_decoder';

/**
 * Where a step prints. Alone it has the terminal; beside others each of its
 * lines carries its name, so that lines of several steps may mix and every
 * step can be read by itself (`grep '^unit '`).
 */
export function printer(name, alone, write = line => console.log(line)) {
  return alone ? write : line => write(`${name.padEnd(12)}│ ${line}`);
}

/** Calls `print` for each line of a stream, whole, also for a last one that has no end. */
export function eachLine(stream, print) {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = text => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop();
    lines.forEach(line => print(line));
  };
  stream.on('data', bytes => take(decoder.write(bytes)));
  stream.on('end', () => {
    take(decoder.end());
    if (rest) print(rest);
  });
}
