import { absentReasons, unknownReasons } from '../snapshot/signal';
import { sectionNames } from '../snapshot/clusterSnapshot';
import { en } from './en';
import { addMessages, languages, message, say } from './message';
import { zh } from './zh';

const codes = Object.keys(en) as (keyof typeof en)[];

/**
 * A parameter that can stand for any: a list of names, a number, a text. The
 * real parameters are tried by the tests of the checks; here no sentence of
 * the catalogue may be missed.
 */

import { languages, say } from '../messages';
import { layers, severities, statuses } from './layers';
import { checks } from './registry';

const named = (code: string) => ({ code, params: {} });

it.each(languages)('has a title of its own for every check in %s', language => {
  const titles = checks.map(({ id }) => say(named(`${id}.title`), language));
  expect(titles.filter(title => title.includes('.title'))).toEqual([]);
  expect(new Set(titles).size).toBe(checks.length);
});

it.each([
  ...layers.map(layer => `layer.${layer}`),
  ...statuses.map(status => `status.${status}`),
  ...severities.map(severity => `severity.${severity}`),
])('has a word for %s in every language', code => {
  for (const language of languages) {
    expect(say(named(code), language)).not.toContain(code);
  }
});
