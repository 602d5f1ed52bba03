import { describe, expect, it } from 'vitest';
import type { Area, Framework, Heading } from '../../../src/domain/framework.ts';
import { outcomeOf } from '../../../src/domain/grading.ts';
import { boardOf, fillIn, judge, page, postedSummary, record, told } from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { frameworks } from '../../support/frameworks.ts';

/*
 * One inspection under each framework in data/frameworks, from its start to its own kind of result. A framework added there is
 * played without a line more here.
 */

const word = ({ words, id }: Area): string => words[0] ?? id;
const why = 'What was seen bears this out.';

const done = ({ errors, view }: Awaited<ReturnType<typeof fillIn>>, what: string): string => {
  expect([what, errors ?? {}]).toEqual([what, {}]);
  return page({ view });
};

const bestOf = (grades: readonly { id: string }[]): string => grades[0]?.id ?? '';

/** The middle of a scale, so that few rules fire. */
const middling = (grades: readonly { id: string }[]): string => grades[Math.min(1, grades.length - 1)]?.id ?? '';

const give = async (fortnight: Fortnight, framework: Framework, area: Area): Promise<void> => {
  const values = {
    Result: bestOf(area.scale ?? framework.scale),
    'Where it comes from': 'Published report',
    'Result of': '2013-06-03',
  };
  done(await fillIn(fortnight, 'analyst', `grade ${word(area)}`, values), `the result of ${area.short}`);
  await fortnight.as('analyst').closeView();
};

const judged = async (fortnight: Fortnight, framework: Framework, area: Area): Promise<void> => {
  await record(fortnight, 'inspector', `${word(area)} + A strength seen in ${area.short}`);
  const values = { Grade: middling(framework.scale), 'Why this grade?': why };
  done(await fillIn(fortnight, 'lead', `grade ${word(area)}`, values), `the grade of ${area.short}`);
  await fortnight.as('lead').closeView();
};

/** A concern beside the strengths, so that no side of the summary is empty. */
const concernIn = async (fortnight: Fortnight, { areas: [area] }: Framework): Promise<void> => {
  if (area) await record(fortnight, 'inspector', `${word(area)} - A concern seen in ${area.short}`);
};

const gradeAll = async (fortnight: Fortnight, framework: Framework): Promise<void> => {
  await concernIn(fortnight, framework);
  for (const area of framework.areas) await (area.kind === 'input' ? give : judged)(fortnight, framework, area);
  const grades = Object.fromEntries(
    framework.areas.map(({ id, kind, scale = framework.scale }) => [
      id,
      kind === 'input' ? bestOf(scale) : middling(scale),
    ]),
  );
  const lead = fortnight.as('lead');
  for (const { id, title } of framework.overalls) {
    await judge(fortnight, 'lead', 'overall');
    if (framework.overalls.length > 1) await lead.fill({ 'Which overall grade?': id });
    const { expected } = outcomeOf(framework, id, grades);
    const grade = expected.find((each) => each === middling(framework.scale)) ?? expected[0] ?? '';
    done(await lead.submit({ [title]: grade, 'Why this grade?': why }), title);
    await lead.closeView();
  }
  if (framework.overalls.length === 0)
    expect(told(await judge(fortnight, 'lead', 'overall'))).toContain(framework.noOverall);
};

const sentence = (heading: Heading, place: string): string => `Found for ${heading.label.toLowerCase()} in ${place}.`;

const findAll = async (fortnight: Fortnight, framework: Framework): Promise<void> => {
  await concernIn(fortnight, framework);
  for (const area of framework.areas) await record(fortnight, 'inspector', `${word(area)} + Seen in ${area.short}`);
  for (const heading of framework.findings) {
    const areas = heading.per === 'area' ? framework.areas : framework.areas.slice(0, 1);
    for (const [place, area] of areas.entries()) {
      const agency = framework.agencies[place % Math.max(1, framework.agencies.length)];
      const asked = heading.per === 'area' ? `grade ${word(area)}` : 'grade';
      await judge(fortnight, 'lead', asked);
      await fortnight.as('lead').fill({ Heading: heading.id });
      const saved = await fortnight.as('lead').submit({
        'What was found?': sentence(heading, area.short),
        ...(heading.remedy ? { Remedy: 'Put it right within three months.' } : {}),
        ...(agency ? { Agency: agency.id } : {}),
      });
      expect(done(saved, `${heading.label} of ${area.short}`)).toContain('Saved F-');
      await fortnight.as('lead').closeView();
    }
  }
  expect(told(await judge(fortnight, 'lead', 'overall'))).toContain(framework.noOverall);
};

/** Both signatures, then the summary posted; what stands in the channel. */
const posted = async (fortnight: Fortnight): Promise<string> => {
  for (const who of ['lead', 'qualityAssurance'] as const) {
    const form = await judge(fortnight, who, 'sign-off');
    expect(told(form)).toBe('');
    done(await fortnight.as(who).submit(), `the signature of ${who}`);
    await fortnight.as(who).closeView();
  }
  const [preview] = (await judge(fortnight, 'lead', 'summary')).shown;
  if (!preview) throw new Error('There is no preview');
  expect(told(await fortnight.as('lead').press(preview, 'Post to the team channel'))).toEqual(
    expect.stringContaining('Posted to the team channel.'),
  );
  return postedSummary(fortnight);
};

/** What a framework prints above an area; of two that it prints alike, what tells them apart. */
const printed = ({ areas }: Framework): string[] =>
  areas.map(({ title, short }) => (areas.filter((area) => area.title === title).length > 1 ? short : title));

/** The result in that framework's own words. */
const wordsIn = (framework: Framework): string[] => [
  'SIGNED OFF',
  framework.short,
  ...(framework.output === 'findings'
    ? [...framework.findings.map(({ label }) => label), ...framework.agencies.map(({ label }) => label)]
    : [
        ...printed(framework),
        ...framework.overalls.map(({ title }) => title),
        framework.scale.find(({ id }) => id === middling(framework.scale))?.label ?? '',
        framework.scale.find(({ id }) => id === middling(framework.scale))?.printed ?? '',
      ]),
  framework.overalls.length === 0 ? (framework.noOverall ?? '') : '',
];

/** What nobody may read where nothing is graded. */
const ungraded = /not judged yet|overall effectiveness so far|give a judgement/i;

describe('an inspection from its start to its own kind of result', () => {
  it.each(frameworks.all.map((framework) => [framework.id, framework] as const))(
    '[FI16] [FI15] is played under %s and posted in its words',
    async (_, framework) => {
      const fortnight = await openNorthmoor(framework.id);
      await (framework.output === 'findings' ? findAll : gradeAll)(fortnight, framework);
      const board = await boardOf(fortnight);
      const today = told(await judge(fortnight, 'lead', 'today'));
      const result = await posted(fortnight);
      for (const said of wordsIn(framework)) expect(result.toLowerCase()).toContain(said.toLowerCase());
      if (framework.output === 'findings')
        for (const said of [board, today, result]) expect(said).not.toMatch(ungraded);
      for (const area of framework.areas) expect(board).toContain(area.short);
    },
  );
});
