import { inWordsOf } from '../../src/domain/field.ts';
import { proposedFindings } from '../../src/domain/findings.ts';
import { areaByWord, areaWord, type Heading } from '../../src/domain/framework.ts';
import { itemNumber, numbered } from '../../src/domain/items.ts';
import { whyNotChanged } from '../../src/domain/kinds.ts';
import type { Finding } from '../../src/domain/matters/finding.ts';
import { areasOfFindings } from '../../src/domain/matters/finding-content.ts';
import { may } from '../../src/domain/roles.ts';
import { criteriaButton } from '../../src/words/criteria.ts';
import { sidesParts } from '../../src/words/evidence.ts';
import { findingLine, findingReceipt, together } from '../../src/words/finding.ts';
import { type Part, paragraph, readRow, says } from '../../src/words/message.ts';
import type { AskOfInspection, Receipt, Reply } from '../contract.ts';
import { areasToChoose, box, choicesOf, menu, redrawing, said, tick } from '../fields.ts';
import { type About, type Candidates, type Choice, type Form, one, type Piece, several, type Values } from '../form.ts';
import { savedItem } from '../receipt.ts';
import { keeps, notAllowed, tells } from '../reply.ts';
import { evidenceOf, type FindingPlace, isKnown, placeIn, poolOf, saysNone } from './finding-place.ts';
import { correcting, seenIn } from './meanwhile.ts';
import { spelt } from './named-item.ts';
import { askAboutNames } from './names.ts';
import { reliedOn, reliedOnField, reliesOnAll, searchReliedOn } from './relied-on.ts';
import { unknownPieces, unknownWord } from './typed.ts';

/** The form for a finding, for recording and for putting better: under which heading, what was found, on what it rests. */

const proposals = ({ inspection }: AskOfInspection, { heading, area }: FindingPlace): Part[] => {
  const there = proposedFindings(inspection).filter(
    ({ content }) => content.heading === heading?.id && (heading.per === 'inspection' || content.area === area?.id),
  );
  const rows = there.slice(-5).map((each) => readRow(each.item, findingLine(inspection, each, 160)));
  return rows.length === 0 ? [] : [paragraph('Proposed here:'), ...rows];
};

const agencyPieces = ({ inspection: { framework } }: AskOfInspection, values: Values): Piece[] => {
  if (framework.agencies.length === 0) return [];
  const choices: Choice[] = [{ value: 'together', label: together }, ...choicesOf(framework.agencies)];
  return [menu('agency', 'Agency', choices, one(values, 'agency'), { required: framework.findingsByAgency })];
};

const nonePiece = (values: Values, { id, label }: Heading): Piece =>
  redrawing(
    tick(
      'none',
      label,
      { value: 'yes', label: 'None was found' },
      { required: false, fresh: id, ticked: several(values, 'none').includes('yes') },
    ),
  );

const findingFields = (ask: AskOfInspection, place: FindingPlace, values: Values, about: About): Piece[] => {
  const { inspection } = ask;
  const { heading, area } = place;
  const pool = poolOf(inspection, place);
  const none = saysNone(values, place);
  const all = `find ${heading?.per === 'area' && area ? areaWord(area) : 'all'}`;
  const good = area ? criteriaButton(inspection, area) : [];
  return [
    said(...(about.item ? [] : proposals(ask, place)), ...sidesParts(evidenceOf(inspection, place), all, ...good)),
    ...(heading?.per === 'inspection' ? [nonePiece(values, heading)] : []),
    none
      ? box('text', 'What was looked at?', one(values, 'text'), {
          hint: 'On what you say that none was found. It is shown in the summary.',
        })
      : box('text', 'What was found?', one(values, 'text'), {
          hint:
            heading?.about ??
            inWordsOf(inspection, 'What you saw and what it means for {children}. It is shown in the summary.'),
        }),
    ...(none ? [] : agencyPieces(ask, values)),
    ...(none ? [] : [reliedOnField(inspection, pool, values, `${heading?.id} ${area?.id ?? ''}`.trim())]),
    ...(heading?.remedy && !none
      ? [box('remedy', 'Remedy', one(values, 'remedy'), { hint: 'What would put it right, and by whom.' })]
      : []),
  ];
};

/** The evidence chosen stays while it can: it goes with its area, and "all" means all of what is shown. "None" is of one heading. */
const goingOn = (values: Values, about: About, { area, heading }: FindingPlace): Values => {
  const moved = about.area !== undefined && about.area !== area?.id;
  const turned = about.heading !== undefined && about.heading !== heading?.id;
  return {
    ...values,
    ...(moved || (turned && reliesOnAll(values)) ? { evidence: [] } : {}),
    ...(turned ? { none: [] } : {}),
  };
};

const titleOf = (ask: AskOfInspection, about: About): Pick<Form, 'title' | 'submit'> => {
  const decides = may(ask.member.role, 'adopt a finding');
  const adopts = about.item !== undefined && decides && !ask.inspection.findings.get(about.item)?.adopted;
  if (about.item) return { title: `Change ${about.item}`, submit: adopts ? 'Adopt' : 'Save' };
  return decides ? { title: 'Record a finding', submit: 'Save' } : { title: 'Propose a finding', submit: 'Propose' };
};

export const drawFinding = (ask: AskOfInspection, values: Values, about: About): Form => {
  const { inspection } = ask;
  const { findings: headings } = inspection.framework;
  const place = placeIn(inspection, values, about);
  const { heading, area } = place;
  const areas = areasOfFindings(inspection);
  const asksArea = headings.some(({ per }) => per === 'area') && heading?.per !== 'inspection';
  return {
    of: 'grade',
    ...titleOf(ask, about),
    pieces: [
      ...unknownPieces(inspection.framework, areasOfFindings(inspection), about, isKnown(place)),
      redrawing(menu('heading', 'Heading', choicesOf(headings), heading?.id ?? null)),
      ...(asksArea ? [redrawing(menu('area', 'Judgement area', areasToChoose(areas), area?.id ?? null))] : []),
      ...(isKnown(place) ? findingFields(ask, place, goingOn(values, about, place), about) : []),
    ],
    about: { ...about, ...(heading ? { heading: heading.id } : {}), ...(area ? { area: area.id } : {}) },
  };
};

const receipt = (kept: Receipt) => {
  const finding = kept.inspection.findings.get(savedItem(kept));
  return finding ? findingReceipt(kept.inspection, finding) : says('Saved.');
};

export const submittedFinding = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const { inspection } = ask;
  const place = placeIn(inspection, values, about);
  const { heading, area } = place;
  // Sent before the form had drawn the evidence, or while it still showed another heading's or area's.
  const drawn = about.heading === heading?.id && (heading?.per === 'inspection' || about.area === area?.id);
  const none = saysNone(values, place);
  const whole = 'text' in values && (none || !heading?.remedy || 'remedy' in values);
  if (!isKnown(place) || !drawn || !whole) return { open: drawFinding(ask, values, about) };
  const names = askAboutNames(ask, values, about, ['text', 'remedy'], drawFinding);
  if (names) return names;
  const agency = one(values, 'agency');
  const said = {
    heading: heading?.id,
    area: heading?.per === 'area' ? area?.id : null,
    text: one(values, 'text'),
    agency: agency === 'together' ? null : agency,
    evidence: none ? [] : reliedOn(poolOf(inspection, place), values),
    remedy: one(values, 'remedy'),
    none,
  };
  const command = about.item
    ? { type: 'EditFinding', item: about.item, seen: seenIn(about), ...said }
    : { type: 'RecordFinding', ...said };
  // The next finding is likely of the same area, or under the same heading for the whole inspection.
  const next = heading?.per === 'area' && area ? areaWord(area) : (heading?.id ?? '');
  const another = about.item ? null : { label: 'Record another', does: `grade ${next}` };
  return keeps(command, receipt, { another });
};

export const searchFinding = ({ inspection }: AskOfInspection, about: About, query: string): Candidates => {
  const place = placeIn(inspection, {}, about);
  return isKnown(place) ? searchReliedOn(poolOf(inspection, place), query) : [];
};

/** The finding that words name, such as F-003; null where they name none. */
const findingNamed = (words: string): string | null => {
  const [word = ''] = spelt(words).split(/\s+/);
  return /^f-?\d+$/i.test(word) ? numbered('F', itemNumber(word)) : null;
};

const valuesOf = ({ content }: Finding): Values => ({
  ...content,
  agency: content.agency ?? 'together',
  none: content.none ? ['yes'] : [],
});

/** The form that puts a finding better; by lead or deputy it is adopted with that. Null where there is none of that number. */
export const editFindingForm = (ask: AskOfInspection, item: string): Form | null => {
  const finding = ask.inspection.findings.get(item);
  if (!finding) return null;
  return drawFinding(ask, valuesOf(finding), {
    ...correcting(ask, item),
    heading: finding.content.heading,
    ...(finding.content.area ? { area: finding.content.area } : {}),
  });
};

const editFindingAsked = (ask: AskOfInspection, item: string): Reply => {
  const why = whyNotChanged(ask.inspection, item, ask.by);
  const form = why === null ? editFindingForm(ask, item) : null;
  return form ? { open: form } : tells(why ?? `There is no ${item} here.`);
};

/** What `/judge grade` comes to where a framework speaks in findings. */
export const findingAsked = (ask: AskOfInspection): Reply => {
  const no = notAllowed(ask, 'propose a finding');
  if (no) return no;
  const [, adopting] = ask.words.trim().match(/^adopt\s+(.*)$/i) ?? [];
  const item = findingNamed(adopting ?? ask.words);
  if (adopting !== undefined && item) return keeps({ type: 'AdoptFinding', item }, receipt);
  if (item) return editFindingAsked(ask, item);
  const { framework } = ask.inspection;
  const typed = ask.words.trim();
  const area = areaByWord(framework, typed);
  const heading = framework.findings.find(({ id }) => id === typed.toLowerCase());
  const about = {
    ...(area ? { area: area.id } : {}),
    ...(heading ? { heading: heading.id } : {}),
    ...(area || heading ? {} : unknownWord(typed)),
  };
  return { open: drawFinding(ask, {}, about) };
};
