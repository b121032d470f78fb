/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { render, screen } from '@testing-library/react';
import { createApp } from '@backstage/frontend-defaults';
import { mockApis } from '@backstage/frontend-test-utils';
import { accessibilityModule } from './modules/accessibility';
import { landingModule } from './modules/landing';
import { languageModule } from './modules/language';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

const config = mockApis.config({
  data: {
    app: { title: 'Test' },
    backend: { baseUrl: 'http://localhost:7007' },
  },
});

describe('the demo app', () => {
  it('starts with its modules and asks the auth backend for a guest', async () => {
    const asked = new Promise<string>(resolve => {
      jest.spyOn(global, 'fetch').mockImplementation(async input => {
        resolve(String(input));
        return new Response('{}', { status: 503 });
      });
    });
    const app = createApp({
      features: [
        accessibilityModule,
        navModule,
        landingModule,
        languageModule,
        signInModule,
      ],
      advanced: { configLoader: async () => ({ config }) },
    });
    render(app.createRoot());
    await expect(asked).resolves.toContain('/api/auth/guest/refresh');
    const refusals = await screen.findAllByText(
      /do not appear to be signed in/,
    );
    expect(refusals).not.toHaveLength(0);
    expect(document.documentElement).toHaveAttribute('lang', 'en');
    expect(document.querySelectorAll('a')[0]).toHaveTextContent(
      'Skip to content',
    );
  });
});
