import { stripVTControlCharacters } from 'node:util';

/** So much of a failure is repeated at the end; all of it stands above, among thousands of lines. */
const LINES = 8;
const CHARACTERS = 200;

/** The name of a failed test with the first lines of why, as far as the runner tells. */
export function withReason(name, message) {
  const lines = stripVTControlCharacters(message ?? '')
    .split('\n')
    .map(line => line.trim())
    // The stack is for whoever opens the whole output.
    .filter(line => line !== '' && !line.startsWith('at '))
    .slice(0, LINES)
    .map(line => `    ${line.slice(0, CHARACTERS)}`);
  return [name, ...lines].join('\n');
}
