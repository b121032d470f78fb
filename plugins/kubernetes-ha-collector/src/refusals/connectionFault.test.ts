/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { refusalOfError } from './classify';
import { connectionFaultOf } from './connectionFault';

it.each`
  code                                           | fault                          | rule
  ${'ECONNREFUSED'}                              | ${undefined}                   | ${'the reason says it already: refused'}
  ${'ECONNRESET'}                                | ${'closed'}                    | ${'accepted, then closed'}
  ${'UND_ERR_SOCKET'}                            | ${'closed'}                    | ${'closed before an answer was complete'}
  ${'ENOTFOUND'}                                 | ${'name-not-found'}            | ${'no such name'}
  ${'EAI_AGAIN'}                                 | ${'name-not-found'}            | ${'the name server does not answer'}
  ${'EHOSTUNREACH'}                              | ${'no-route'}                  | ${'no route to the host'}
  ${'ENETUNREACH'}                               | ${'no-route'}                  | ${'no route to the network'}
  ${'EMFILE'}                                    | ${undefined}                   | ${'a limit of this side is no route'}
  ${'SELF_SIGNED_CERT_IN_CHAIN'}                 | ${'unknown-authority'}         | ${'another CA'}
  ${'DEPTH_ZERO_SELF_SIGNED_CERT'}               | ${'unknown-authority'}         | ${'signed by itself'}
  ${'UNABLE_TO_VERIFY_LEAF_SIGNATURE'}           | ${'unknown-authority'}         | ${'the CA was not presented'}
  ${'CERT_SIGNATURE_FAILURE'}                    | ${'unknown-authority'}         | ${'a CA of the same name with another key'}
  ${'CERT_HAS_EXPIRED'}                          | ${'certificate-expired'}       | ${'expired'}
  ${'CERT_NOT_YET_VALID'}                        | ${'certificate-not-yet-valid'} | ${'from the future'}
  ${'ERR_TLS_CERT_ALTNAME_INVALID'}              | ${'name-mismatch'}             | ${'for another name'}
  ${'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA'}            | ${'client-certificate'}        | ${'the server does not know the CA of ours'}
  ${'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE'}       | ${'client-certificate'}        | ${'the server refuses ours'}
  ${'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'} | ${'client-certificate'}        | ${'we sent none'}
  ${'ERR_SSL_WRONG_VERSION_NUMBER'}              | ${'no-tls'}                    | ${'plain HTTP'}
`('$code is $fault: $rule', ({ code, fault }) => {
  expect(connectionFaultOf(code, 'it failed')).toBe(fault);
});

it.each`
  words                                                                                          | fault
  ${'No connection established. Last error: self-signed certificate in certificate chain'}       | ${'unknown-authority'}
  ${'No connection established. Last error: unable to verify the first certificate'}             | ${'unknown-authority'}
  ${'No connection established. Last error: certificate has expired'}                            | ${'certificate-expired'}
  ${'SSL routines:ssl3_read_bytes:sslv3 alert certificate expired:SSL alert number 45'}          | ${'client-certificate'}
  ${'SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:SSL alert number 48'}                   | ${'client-certificate'}
  ${"Hostname/IP does not match certificate's altnames: IP: 10.0.0.1 is not in the cert's list"} | ${'name-mismatch'}
  ${'Name resolution failed for target dns:etcd-1.example:2379'}                                 | ${'name-not-found'}
  ${'No connection established. Last error: connect EHOSTUNREACH 10.0.0.1:2379'}                 | ${'no-route'}
  ${'No connection established. Last error: read ECONNRESET'}                                    | ${'closed'}
  ${'etcdserver: no leader'}                                                                     | ${undefined}
`('by its words, "$words" is $fault', ({ words, fault }) => {
  expect(connectionFaultOf(undefined, words)).toBe(fault);
});

it('is found inside of what wraps it, and never beside an answer', () => {
  const inner = Object.assign(new Error('getaddrinfo ENOTFOUND lb.example'), {
    code: 'ENOTFOUND',
  });
  expect(
    refusalOfError(new Error('request failed', { cause: inner })),
  ).toMatchObject({
    reason: 'unreachable',
    failure: { fault: 'name-not-found' },
  });
  expect(
    refusalOfError(new DOMException('aborted', 'TimeoutError')),
  ).not.toHaveProperty('failure');
});
