import { versionInWords, versionNamed } from '../src/domain/matters/report.ts';
import { headingOf } from '../src/domain/report/paper.ts';
import { type SectionStanding, standingSections } from '../src/domain/report/standing.ts';
import { may } from '../src/domain/roles.ts';
import { pageOf } from '../src/words/listing.ts';
import { message, type Part, type Pressed } from '../src/words/message.ts';
import { reportFile, reportOpening, standsInWords } from '../src/words/report.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import type { About, Values } from './form.ts';
import { namedItem } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import { longReportTexts, reportCommand, reportForm, rewrittenSection, sectionOf } from './forms/report.ts';
import { receiptOf, savedSaying } from './receipt.ts';
import { keeps, notAllowed, shownItem, tells, where } from './reply.ts';

const writes = 'write the report';
const returns = 'return a section of the report';

const versionKept =
  (ask: AskOfInspection) =>
  ({ inspection }: Receipt) => {
    const last = inspection.reportVersions.at(-1);
    return savedSaying(last ? `${versionInWords(inspection, last)}.` : '', {
      buttons: where(ask, 'export the record', 'Send me the paper', 'report paper'),
    });
  };

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, longReportTexts, reportForm) ??
  keeps(reportCommand(values, about), about.act === 'version' ? versionKept(ask) : receiptOf(ask));

/** So many sections are on a page, each a block of its own. */
const perPage = 20;

const rowOf = ({ inspection, member: { role } }: AskOfInspection, each: SectionStanding): Part => {
  const { section, own } = each;
  const isWritten = own !== null && own.parts.length > 0;
  const acts: Pressed[] = [
    ...(may(role, writes) && section.from.includes('written')
      ? [{ label: isWritten ? 'Rewrite' : 'Write', does: `report ${section.id}` }]
      : []),
    ...(may(role, returns) && inspection.reportVersions.length > 0
      ? [{ label: 'Return', does: `report return ${section.id}` }]
      : []),
    ...(own ? [{ label: 'Read', does: own.item }] : []),
  ];
  return { row: [{ strong: headingOf(inspection, section) }, ` · ${standsInWords(each)}`], acts };
};

const stands = (ask: AskOfInspection, page = 1): Reply => {
  const all = standingSections(ask.inspection);
  const left = all.length - page * perPage;
  return {
    say: message(
      ...reportOpening(ask.inspection, ask.at),
      ...all.slice((page - 1) * perPage, page * perPage).map((each) => rowOf(ask, each)),
      {
        buttons: [
          ...(left > 0 ? [{ label: `The next ${Math.min(left, perPage)}`, does: `report ${page + 1}` }] : []),
          ...where(ask, writes, 'Keep a version', 'report version'),
          ...where(ask, 'export the record', 'Send me the paper', 'report paper'),
        ],
      },
    ),
  };
};

/** The paper as files: as it stands, or of a version by its name. */
const paper = (ask: AskOfInspection, named: string): Reply => {
  const no = notAllowed(ask, 'export the record');
  if (no) return no;
  const version = named === '' ? null : versionNamed(ask.inspection.reportVersions, named);
  if (version === undefined) return tells(`No version called “${named}” is kept.`);
  return {
    takeOut: {
      restricted: false,
      only: { name: reportFile(ask.inspection, version), version: version?.version ?? null },
    },
  };
};

const write = (ask: AskOfInspection, { section, own }: SectionStanding): Reply => {
  const no = notAllowed(ask, writes);
  if (no) return no;
  if (!section.from.includes('written'))
    return tells(`“${headingOf(ask.inspection, section)}” is filled by what was recorded.`);
  const form = own ? rewrittenSection(ask, own.item) : null;
  return { open: form ?? reportForm(ask, {}, { section: section.id }) };
};

export const report: InspectionSubcommand = {
  of: 'inspection',
  word: 'report',
  usage: '[section]',
  about:
    'Shows how far the report or letter has come. A section’s word writes it; version keeps it as it stands; paper sends it as Word.',
  brief: 'the report or letter, section by section',
  offers: [
    { label: 'The report, section by section', sealed: true },
    { label: 'Keep a version of the report', words: 'version', act: writes, sealed: true },
    { label: 'The report as Word', words: 'paper', act: 'export the record', sealed: true },
  ],
  example: '/judge report',
  act: 'read',
  asked: (ask) => {
    const words = ask.words.trim().toLowerCase();
    const [first = '', rest = ''] = words.split(/\s+/);
    const page = pageOf(`all ${words}`);
    if (words === '' || page.words === 'all') return stands(ask, page.page);
    if (first === 'version') return notAllowed(ask, writes) ?? { open: reportForm(ask, {}, { act: 'version' }) };
    if (first === 'paper') return paper(ask, rest);
    const named = namedItem('T', [], words);
    if (named) return shownItem(ask, named.item);
    const section = sectionOf(ask, first === 'return' ? rest : words);
    if (!section)
      return tells('This paper has no such section.', 'Ask without a word, and choose one of its sections.');
    if (first !== 'return') return write(ask, section);
    return notAllowed(ask, returns) ?? { open: reportForm(ask, {}, { act: 'return', section: section.section.id }) };
  },
  form: { draw: reportForm, submitted },
};
