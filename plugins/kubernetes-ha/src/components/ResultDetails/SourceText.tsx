/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Link } from '@backstage/ui';

/** The source of a rule or number; an address in it becomes a link. */
export function SourceText(props: { source: string }) {
  const parts = props.source.split(/(https:\/\/[^\s)]+)/);
  return (
    <>
      {parts.map((part, index) =>
        part.startsWith('https://') ? (
          <Link
            key={index}
            href={part}
            target="_blank"
            rel="noopener"
            data-address=""
            variant="body-small"
          >
            {part.replace('https://', '')}
          </Link>
        ) : (
          part
        ),
      )}
    </>
  );
}
