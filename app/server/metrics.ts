import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Rows of the queues at the moment of asking, by name. */
export interface QueueSizes {
  readonly jobs: readonly { task: string; state: string; count: number }[];
  readonly mails: readonly { state: string; count: number }[];
}

/** Measures of this process and, when scraped, of the queues all processes share. */
export function createMetrics(readQueues: () => Promise<QueueSizes>) {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: 'ribambelle_http_request_duration_seconds',
    help: 'Time to answer, by method, first part of the path and status.',
    labelNames: ['method', 'page', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  const jobs = new Gauge({
    name: 'ribambelle_jobs',
    help: 'Jobs in the queue, by task and state (ready, scheduled, running, failed).',
    labelNames: ['task', 'state'],
    registers: [register],
  });
  const mails = new Gauge({
    name: 'ribambelle_outbox_mails',
    help: 'Mails of the outbox, by state.',
    labelNames: ['state'],
    registers: [register],
  });
  return {
    /** Observes each request once it is answered. */
    observe: observeWith(duration),
    /** One request that was answered before all others are. */
    count: ({ method, url, status, ms }: { method: string; url: string; status: number; ms: number }) =>
      duration.observe({ method, page: pageOf(url), status }, ms / 1000),
    /** The Prometheus text, with its content type. */
    async text(): Promise<{ type: string; body: string }> {
      const sizes = await readQueues();
      jobs.reset();
      mails.reset();
      for (const { task, state, count } of sizes.jobs) jobs.set({ task, state }, count);
      for (const { state, count } of sizes.mails) mails.set({ state }, count);
      return { type: register.contentType, body: await register.metrics() };
    },
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

function observeWith(duration: Histogram<'method' | 'page' | 'status'>): RequestHandler {
  return (request, response, next) => {
    const stop = duration.startTimer();
    response.once('finish', () => {
      // a status below 400 means that the path is one of ours: no stranger can add label values
      const known = response.statusCode < 400 ? pageOf(request.path) : 'autre';
      stop({
        method: METHODS.has(request.method) ? request.method : 'autre',
        page: known,
        status: response.statusCode,
      });
    });
    next();
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST']);

function pageOf(path: string): string {
  return (
    path
      .split('/')[1]
      ?.replace(/\.data$/, '')
      .slice(0, 40) || 'accueil'
  );
}

/** Is what the caller shows (`Authorization: Bearer …` or `?token=`) the metrics token? Takes as long either way. */
export function holdsToken(shown: string | undefined, token: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(shown ?? ''), digest(token));
}
