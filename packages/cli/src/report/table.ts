/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import chalk from 'chalk';
import Table from 'cli-table3';
import type {
  CheckStatus,
  Language,
  LayerScore,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import { say } from 'backstage-plugin-kubernetes-ha-common';
import { Words, wordsOf } from '../words';
import {
  capitalised,
  inOrderOfConcern,
  titleOf,
  worded,
  WordedFinding,
  wordOf,
} from './findings';
import { printable } from './printable';
import type { Report, ReportWriter } from './report';
import { wrapped } from './wrapped';

/** For people: the grade and what limits it, the layers, findings with the worst first, what is unknown and why. */
export const table: ReportWriter = (report, { isColoured, columns }) => {
  const { card, isAssessed, language } = report;
  const words = wordsOf(language);
  const paint = new chalk.Instance({ level: isColoured ? 1 : 0 });
  const findings = inOrderOfConcern(card.results).map(result =>
    worded(result, language),
  );
  const isUnseen = ({ verdict }: WordedFinding) => verdict === 'not-visible';
  const known = findings.filter(finding => !isUnseen(finding));
  const unknown = findings.filter(isUnseen);
  const list = (title: string, of: readonly WordedFinding[]) =>
    of.length === 0
      ? []
      : [
          '',
          paint.bold(title),
          ...of.flatMap(finding =>
            findingLines(finding, { language, words, paint, columns }),
          ),
        ];

  const lines = isAssessed
    ? [
        ...heading(card, words, paint, language),
        '',
        layerTable(card.layers, words, paint, language),
        ...list(words.findings(known.length), known),
        ...list(words.unknowns(unknown.length), unknown),
        ...hindranceLines(report, words, paint, columns),
        ...gateLines(report, words, paint, columns),
      ]
    : [
        paint.bold(nameOf(card)),
        paint.red(words.notAssessed()),
        ...hindranceLines(report, words, paint, columns),
      ];
  return `${lines.join('\n')}\n`;
};

const colours = {
  pass: 'green',
  warn: 'yellow',
  fail: 'red',
  unknown: 'magenta',
  'not-applicable': 'dim',
} as const satisfies Record<CheckStatus, string>;

function nameOf({ cluster, takenAt }: Scorecard): string {
  return `${printable(cluster.title ?? cluster.name)} (${cluster.tier}, ${
    cluster.platform
  }), ${takenAt}`;
}

function heading(
  card: Scorecard,
  words: Words,
  paint: chalk.Chalk,
  language: Language,
): string[] {
  const { cluster, grade, score, limitedBy, headline, coverage, possible } =
    card;
  const graded =
    grade === null || score === null
      ? words.noGrade()
      : words.grade(grade, score);
  const critical =
    coverage.unknownCritical > 0
      ? words.aside(words.ofThemCritical(coverage.unknownCritical))
      : '';
  return [
    paint.bold(nameOf(card)),
    ...(cluster.recordedAt
      ? [paint.yellow(words.recordedAt(cluster.recordedAt))]
      : []),
    `${paint.bold(graded)}${
      card.provisional ? paint.magenta(words.aside(words.provisional())) : ''
    }`,
    ...(headline
      ? [
          words.headline(
            capitalised(wordOf('verdict', headline.verdict, language)),
            wordOf('layer', headline.layer, language),
            headline.checkIds.map(id => titleOf(id, language)).join(', '),
          ),
        ]
      : []),
    ...(limitedBy
      ? [
          words.weakestLink(
            wordOf('layer', limitedBy.layer, language),
            limitedBy.checkIds.map(id => titleOf(id, language)).join(', '),
          ),
        ]
      : []),
    `${words.coverage(
      coverage.known,
      coverage.applicable,
      coverage.unknown,
    )}${critical}`,
    ...(possible && possible.best.grade !== possible.worst.grade
      ? [
          words.possible(
            possible.best.grade ?? words.none(),
            possible.worst.grade ?? words.none(),
          ),
        ]
      : []),
  ];
}

function layerTable(
  layers: readonly LayerScore[],
  words: Words,
  paint: chalk.Chalk,
  language: Language,
): string {
  const rows = new Table({
    head: [words.layer(), words.score(), words.status()],
    colAligns: ['left', 'right', 'left'],
    // Its own colours would stay where ours are off.
    style: { head: [], border: [], compact: true },
  });
  for (const { layer, score, status, provisional } of layers) {
    if (status === 'not-applicable') continue;
    rows.push([
      wordOf('layer', layer, language),
      `${score ?? '–'}${provisional ? '?' : ''}`,
      paint[colours[status]](wordOf('status', status, language)),
    ]);
  }
  return rows.toString();
}

function findingLines(
  finding: WordedFinding,
  {
    language,
    words,
    paint,
    columns,
  }: {
    language: Language;
    words: Words;
    paint: chalk.Chalk;
    columns: number;
  },
): string[] {
  const { status, severity, layer, title, checkId, reason } = finding;
  const about = [
    wordOf('severity', severity, language),
    ...(reason ? [wordOf('reason', reason, language)] : []),
    wordOf('layer', layer, language),
    checkId,
  ].join(', ');
  return [
    `${paint[colours[status]](wordOf('status', status, language))} ${paint.bold(
      title,
    )}${words.aside(about)}`,
    ...wrapped(finding.observed, '    ', columns),
    ...(finding.required
      ? wrapped(words.required(finding.required), '    ', columns)
      : []),
    ...(finding.fix ? wrapped(words.fix(finding.fix), '    ', columns) : []),
  ];
}

function hindranceLines(
  { problems, language }: Report,
  words: Words,
  paint: chalk.Chalk,
  columns: number,
): string[] {
  if (problems.length === 0) return [];
  return [
    '',
    paint.bold(words.notRead()),
    ...problems.flatMap(({ source, reason, detail, why }) =>
      wrapped(
        words.because(
          source,
          wordOf('reason', reason, language),
          printable(why ? say(why, language) : detail),
        ),
        '    ',
        columns,
      ),
    ),
  ];
}

function gateLines(
  { gate, card, language }: Report,
  words: Words,
  paint: chalk.Chalk,
  columns: number,
): string[] {
  const { grade, checks } = gate;
  if (!grade && !checks) return [];
  if (gate.isPassed) return ['', paint.green(words.met())];
  const sentences = [
    ...(grade && !grade.isReached
      ? [words.gradeNotReached(card.grade ?? words.none(), grade.required)]
      : []),
    ...(checks && checks.failed.length > 0
      ? [
          words.checksFailed(
            wordOf('severity', checks.severity, language),
            checks.failed.join(', '),
          ),
        ]
      : []),
  ];
  return [
    '',
    ...sentences.flatMap(text =>
      wrapped(text, '', columns).map(line => paint.red(line)),
    ),
  ];
}
