/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback, useEffect, useRef } from 'react';
import { hashKey, keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/core-plugin-api';
import type {
  KubernetesHaApi,
  RequestOptions,
} from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { queryClientOf } from './queryClientOf';

/** What is known of something that is requested again and again. */
export interface Polled<T> {
  /** The newest answer; kept while later requests fail. */
  value?: T;
  /** Why the newest request failed; gone with the next answer. */
  error?: Error;
  /** True until the first answer or error. */
  loading: boolean;
  /** When `value` came, milliseconds since the epoch. */
  loadedAt?: number;
  /** Seconds between two requests; without it there is only one. */
  intervalSeconds?: number;
  /** `value` answers the previous key; the answer to this one is on its way. */
  isPrevious: boolean;
  /** Requests again at once. */
  retry: () => void;
}

/** What is polled, and how often. */
export interface Poll<T> {
  /** Names the question. With another key the old value is forgotten, see `keepsPrevious`. */
  key: readonly unknown[];
  /** Requests it. `known` is the answer of before. */
  request: (
    api: KubernetesHaApi,
    options: RequestOptions,
    known?: T,
  ) => Promise<T>;
  /** Seconds between two requests; without it there is only one. */
  intervalSeconds?: number;
  /** What the answer belongs to: with another version it is requested again, and kept meanwhile. */
  version?: string;
  /**
   * Shows the value of the previous key until there is one of this key
   * (`isPrevious`). Only for questions to which the old answer is not wrong,
   * such as pages of a list.
   */
  keepsPrevious?: boolean;
}

interface Answer<T> {
  value: T;
  version?: string;
  loadedAt: number;
}

/**
 * Requests now and every `intervalSeconds`, one request at a time; pauses while
 * the page is hidden and requests when it is visible again. Components that
 * poll the same key share one answer.
 * @internal
 */
export function usePolled<T>(poll: Poll<T>): Polled<T> {
  const { key, request, intervalSeconds, version, keepsPrevious } = poll;
  const api = useApi(kubernetesHaApiRef);
  const client = queryClientOf(api);
  const intervalMs = intervalSeconds && intervalSeconds * 1000;
  const query = useQuery<Answer<T>>(
    {
      queryKey: key,
      queryFn: async ({ signal }) => {
        const known = client.getQueryData<Answer<T>>(key)?.value;
        const value = await request(api, { signal }, known);
        return { value, version, loadedAt: Date.now() };
      },
      refetchInterval: intervalMs,
      staleTime: intervalMs ?? Infinity,
      placeholderData: keepsPrevious ? keepPreviousData : undefined,
    },
    client,
  );
  const { data, isLoading, isPlaceholderData, refetch } = query;

  useEffect(() => {
    // A request on its way is awaited, not repeated: a slow answer would never be shown otherwise.
    if (data?.version !== version) void refetch({ cancelRefetch: false });
  }, [data, version, refetch]);

  const error = useKeptError(hashKey(key), query.error, isLoading);
  const retry = useCallback(() => void refetch(), [refetch]);
  return {
    value: data?.value,
    error,
    loading: data === undefined && !error,
    loadedAt: data?.loadedAt,
    intervalSeconds,
    isPrevious: isPlaceholderData,
    retry,
  };
}

/**
 * The error of a question that was never answered, kept while it is requested
 * again: the library forgets it then, and the notice with its button would
 * give way to a skeleton and back at every poll.
 */
function useKeptError(
  question: string,
  error: Error | null,
  isLoading: boolean,
): Error | undefined {
  const kept = useRef<{ question: string; error: Error }>();
  useEffect(() => {
    if (error) kept.current = { question, error };
    else if (!isLoading) kept.current = undefined;
  }, [question, error, isLoading]);
  if (error) return error;
  return isLoading && kept.current?.question === question
    ? kept.current.error
    : undefined;
}
