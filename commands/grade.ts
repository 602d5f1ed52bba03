import { speaksInFindings } from '../src/domain/findings.ts';
import { type Area, areaByWord, areaOf } from '../src/domain/framework.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import { onlyFor } from '../src/domain/only-for.ts';
import { may } from '../src/domain/roles.ts';
import { basisOver } from '../src/domain/summary.ts';
import { thinness } from '../src/domain/thin.ts';
import { gradeWords } from '../src/words/areas.ts';
import { thereInWords } from '../src/words/based-on.ts';
import { criteriaMessage } from '../src/words/criteria.ts';
import { savedAs } from '../src/words/evidence.ts';
import { counted, type Message, says } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import { type About, type Candidates, fieldsIn, one, type Values } from './form.ts';
import { drawFinding, findingAsked, searchFinding, submittedFinding } from './forms/finding.ts';
import { submittedGiven, takingAsked } from './forms/given.ts';
import { areasFor, gradeForm, poolOf } from './forms/grade.ts';
import { askAboutChange, seenIn } from './forms/meanwhile.ts';
import { askAboutNames } from './forms/names.ts';
import { reliedOn, searchReliedOn } from './forms/relied-on.ts';
import { unknownWord } from './forms/typed.ts';
import { keeps, sealedReply, tells } from './reply.ts';

/** What is thin about what a grade was given upon: " · thin: 1 item"; empty where nothing is. */
const thinWords = (inspection: Inspection, id: string, evidence: readonly string[]): string => {
  const area = areaOf(inspection.framework, id);
  const { items, cases } = basisOver(inspection, evidence);
  const thin = evidence.length === 0 ? [] : thinness(inspection, area, { items, cases: cases.all });
  return thin.length === 0 ? '' : ` · thin: ${thereInWords(inspection, thin)}`;
};

const receipt = ({ events: [event], inspection }: Receipt): Message => {
  if (event?.type === 'GradeProposed') {
    const thin = thinWords(inspection, event.area, event.evidence);
    return says(
      `${savedAs(event.item)} · proposed ${gradeWords(inspection, event.grade)}${thin}. Lead or deputy decides on it.`,
    );
  }
  if (event?.type !== 'AreaGraded') return says('Saved.');
  const area = inspection.framework.areas.find((each) => each.id === event.area);
  const rests = event.evidence.length > 0 ? ` · rests on ${counted(event.evidence.length, 'item')}` : '';
  const outside =
    event.outside.length > 0
      ? [`It is outside what ${event.outside.join(' and ')} expects; the summary shows your reason.`]
      : [];
  return says(
    `${savedAs(event.item)} · ${area?.short}: ${gradeWords(inspection, event.grade)}${rests}${thinWords(inspection, event.area, event.evidence)}`,
    ...outside,
  );
};

/** The form again where somebody else graded the area meanwhile; it shows the grade that now stands. */
const askAboutGrade = (ask: AskOfInspection, values: Values, about: About, area: Area): Reply | null => {
  const changed = { subject: `grade ${area.id}`, did: `graded ${area.short}`, now: [] };
  return askAboutChange(ask, about, changed, (asking) => gradeForm(ask, values, asking));
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  // The role was taken away while the form stood open.
  if (areasFor(ask).length === 0)
    return { refusals: [{ field: null, words: onlyFor(ask.inspection, 'propose a grade') }] };
  const area = areasFor(ask).find((each) => each.id === one(values, 'area'));
  // Sent before the form had drawn the area's evidence, or while it still showed another area's.
  if (!area || !('grade' in values) || about.area !== area.id) return { open: gradeForm(ask, values, about) };
  if (area.kind === 'input') return submittedGiven(ask, area, values);
  const gives = may(ask.member.role, 'give a grade');
  const meanwhile = gives ? askAboutGrade(ask, values, about, area) : null;
  if (meanwhile) return meanwhile;
  const names = askAboutNames(ask, values, about, ['narrative'], gradeForm);
  if (names) return names;
  const command = {
    type: 'GradeArea',
    seen: gives ? seenIn(about) : null,
    area: area.id,
    ...fieldsIn(values, 'grade', 'narrative'),
    evidence: reliedOn(poolOf(ask, area), values),
  };
  return keeps(command, receipt, { another: { label: 'Another judgement', does: 'grade' } });
};

const search = (ask: AskOfInspection, about: About, query: string): Candidates => {
  const area = ask.inspection.framework.areas.find((each) => each.id === about.area);
  return area ? searchReliedOn(poolOf(ask, area), query) : [];
};

/** Where a framework speaks in findings, the word opens their form. */
const inFindings = ({ inspection }: AskOfInspection): boolean => speaksInFindings(inspection);

/** Whether there are areas here that the team grades itself, or nothing but results from elsewhere. */
const isGraded = (inspection: Inspection, by: 'team' | 'elsewhere'): boolean => {
  const isOwn = inspection.framework.areas.some(({ kind }) => kind !== 'input');
  return !speaksInFindings(inspection) && isOwn === (by === 'team');
};

export const grade: InspectionSubcommand = {
  of: 'inspection',
  word: 'grade',
  usage: '[area]',
  about:
    'Gives an area its grade, with the reason and the evidence relied on; where the framework gives none, records a finding. An inspector’s is a proposal.',
  brief: 'give an area its grade, or its findings',
  offers: [
    { label: 'Record a finding', act: 'propose a finding', only: speaksInFindings },
    { label: 'Give a judgement', act: 'propose a grade', only: (each) => isGraded(each, 'team') },
    { label: 'Record a result', act: 'give a result from elsewhere', only: (each) => isGraded(each, 'elsewhere') },
  ],
  example: '/judge grade help',
  act: 'read',
  asked: (ask) => {
    const [, word = ''] = ask.words.trim().match(/^(\S+)\s+criteria$/i) ?? [];
    const described = areaByWord(ask.inspection.framework, word);
    if (described) {
      const said = criteriaMessage(ask.inspection, described);
      return { show: { title: 'What good looks like', does: `grade ${word} criteria`, message: said } };
    }
    const sealed = sealedReply(ask);
    if (sealed) return sealed;
    if (inFindings(ask)) return findingAsked(ask);
    const taking = takingAsked(ask, ({ id }) => ({ open: gradeForm(ask, {}, { area: id }) }));
    if (taking) return taking;
    const typed = ask.words.trim();
    const area = areaByWord(ask.inspection.framework, typed);
    const act = area?.kind === 'input' ? 'give a result from elsewhere' : 'propose a grade';
    if (area ? !may(ask.member.role, act) : areasFor(ask).length === 0) return tells(onlyFor(ask.inspection, act));
    return { open: gradeForm(ask, {}, area ? { area: area.id } : unknownWord(typed)) };
  },
  form: {
    draw: (ask, values, about) => (inFindings(ask) ? drawFinding : gradeForm)(ask, values, about),
    submitted: (ask, values, about) => (inFindings(ask) ? submittedFinding : submitted)(ask, values, about),
    search: (ask, about, query) => (inFindings(ask) ? searchFinding : search)(ask, about, query),
  },
};
