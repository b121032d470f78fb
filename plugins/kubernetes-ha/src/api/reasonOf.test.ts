/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ResponseError } from '@backstage/errors';
import { Message, message, say } from 'backstage-plugin-kubernetes-ha-common';
import { reasonOf } from './reasonOf';

const answered = (status: number, body: string, type = 'application/json') =>
  ResponseError.fromResponse(
    new Response(body, { status, headers: { 'content-type': type } }),
  );

const worded = (
  status: number,
  name: string,
  sentence: string,
  why?: Message,
) =>
  answered(
    status,
    JSON.stringify({
      error: { name, message: sentence, why },
      response: { statusCode: status },
    }),
  );

describe('reasonOf', () => {
  it.each`
    status | name                     | kind
    ${401} | ${'AuthenticationError'} | ${'signed-out'}
    ${403} | ${'NotAllowedError'}     | ${'forbidden'}
    ${404} | ${'NotFoundError'}       | ${'not-found'}
    ${503} | ${'ServiceUnavailable'}  | ${'unreachable'}
    ${500} | ${'Error'}               | ${'failed'}
    ${500} | ${'constructor'}         | ${'failed'}
  `(
    'repeats the sentence of the backend: $status is $kind',
    async ({ status, name, kind }) => {
      const error = await worded(status, name, 'The sentence.');
      expect(reasonOf(error)).toEqual({
        name,
        message: 'The sentence.',
        kind,
        isOurs: false,
      });
    },
  );

  it.each`
    what                    | status | type                  | body                                       | kind
    ${'a page'}             | ${502} | ${'text/html'}        | ${'<html><body>Bad gateway</body></html>'} | ${'unreachable'}
    ${'a page of its own'}  | ${404} | ${'text/html'}        | ${'<html>404</html>'}                      | ${'failed'}
    ${'other JSON'}         | ${401} | ${'application/json'} | ${'{"code":7,"stack":"at main.js:1"}'}     | ${'signed-out'}
    ${'nothing'}            | ${504} | ${'text/plain'}       | ${''}                                      | ${'unreachable'}
    ${'words of a gateway'} | ${418} | ${'text/plain'}       | ${'upstream said no'}                      | ${'failed'}
  `(
    'says no more than the status when a gateway answers with $what',
    async ({ status, type, body, kind }) => {
      const reason = reasonOf(await answered(status, body, type));
      expect(reason.message).toMatch(
        new RegExp(`^HTTP ${status}\\b[^<{]*\\.$`),
      );
      expect(reason.message).not.toContain('upstream');
      expect(reason.kind).toBe(kind);
    },
  );

  it.each`
    language | sentence
    ${'en'}  | ${'Cluster "pay-eu" has not been assessed yet. Its first collection takes up to a minute; try again then.'}
    ${'zh'}  | ${'集群“pay-eu”尚未评估。首次采集最多需要一分钟，请稍后重试。'}
  `(
    'says a reason in $language, whatever the browser asked for',
    async ({ language, sentence }) => {
      const why = message('error.not-assessed', { cluster: 'pay-eu' });
      const error = await worded(404, 'NotFoundError', 'Une phrase.', why);
      expect(reasonOf(error, language)).toEqual({
        name: 'NotFoundError',
        message: sentence,
        kind: 'not-found',
        isOurs: true,
      });
    },
  );

  it('says the reason of our own client, which no backend answered', () => {
    const why = message('error.no-answer', {
      resource: 'v1/fleet',
      seconds: 30,
    });
    const error = Object.assign(new Error('No answer'), {
      name: 'TimeoutError',
      why,
    });
    expect(reasonOf(error, 'zh')).toEqual({
      name: 'TimeoutError',
      message: say(why, 'zh'),
      kind: 'unreachable',
      isOurs: true,
    });
  });

  it('shows a reason of a newer backend as that worded it', async () => {
    const why = { code: 'error.of-tomorrow', params: {}, text: 'Wait a day.' };
    const error = await worded(404, 'NotFoundError', 'Wait a day.', why);
    expect(reasonOf(error, 'zh').message).toBe('Wait a day.');
  });

  it('takes a page where JSON was due for another machine than the backend', async () => {
    const parsed = new Response('<html>Sign in</html>').json();
    const error = await parsed.catch(reason => reason);
    expect(reasonOf(error)).toMatchObject({ message: '', kind: 'foreign' });
  });

  it('takes a request without a response for an unreachable backend', () => {
    expect(reasonOf(new TypeError('Failed to fetch'))).toMatchObject({
      message: '',
      kind: 'unreachable',
    });
  });

  it('keeps a sentence to one line of bounded length', async () => {
    const error = await worded(500, 'Error', `a\n  at b\n${'x'.repeat(9000)}`);
    const reason = reasonOf(error);
    expect(reason.message).toMatch(/^a at b x+ …$/);
    expect(reason.message.length).toBeLessThan(500);
  });
});
