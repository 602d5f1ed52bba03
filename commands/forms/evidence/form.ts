import { fieldOf, inWordsOf } from '../../../src/domain/field.ts';
import { areaByWord, areaWord } from '../../../src/domain/framework.ts';
import type { Inspection } from '../../../src/domain/inspection.ts';
import { aboutLabels, abouts, signLabels, signs } from '../../../src/domain/sources.ts';
import type { AskOfInspection } from '../../contract.ts';
import {
  areasToChoose,
  box,
  choicesOf,
  labelled,
  line,
  menu,
  menuOfMany,
  moment,
  radio,
  redrawing,
  search,
} from '../../fields.ts';
import { type About, type Form, one, type Piece, several, type Values } from '../../form.ts';
import { lineChoice } from '../line-items.ts';
import { formHead } from './head.ts';
import { previewOf } from './several.ts';

/** The evidence form, for recording and for correcting. Short at first; "More" shows the rest. */

/** The agency an item is about: one of those that the framework inspects, or free where it inspects the authority alone. */
const agencyField = ({ framework }: Inspection, values: Values): Piece => {
  const { agencies, findingsByAgency } = framework;
  if (agencies.length === 0)
    return line('agency', 'Agency', one(values, 'agency'), {
      required: false,
      hint: fieldOf(framework).agencyHint,
    });
  return menu(
    'agency',
    'Agency',
    agencies.map(({ label }) => ({ value: label, label })),
    one(values, 'agency'),
    {
      required: false,
      hint: findingsByAgency ? 'Findings are written agency by agency. Leave it empty for several at once.' : '',
    },
  );
};

/** Whether the form asks for the agency at once, and not only under "More". */
const asksAgencyFirst = ({ framework }: Inspection): boolean => framework.findingsByAgency;

/** "Line of enquiry" in the evidence form. Where it is not known yet which inspection is meant, there are no lines to offer. */
const linePieces = ({ inspection }: AskOfInspection, values: Values, about: About): Piece[] => {
  if (about.which) return [];
  const initial = several(values, 'lines').flatMap((item) => {
    const line = inspection.lines.get(item);
    return line ? [lineChoice(line)] : [];
  });
  return [
    search('lines', 'Line of enquiry', initial, {
      required: false,
      hint: inspection.lines.size > 0 ? 'Type its number or a word from it.' : 'None is open yet.',
    }),
    radio(
      'bears',
      'It speaks',
      [
        { value: 'for', label: 'For the line' },
        { value: 'against', label: 'Against the line' },
      ],
      one(values, 'bears'),
      { required: false },
    ),
  ];
};

const moreFields = (ask: AskOfInspection, values: Values, about: About, fresh: string): Piece[] => {
  const { areas } = ask.inspection.framework;
  const chosen = areas.filter((area) => several(values, 'areas').includes(area.id));
  const criteria = (chosen.length > 0 ? chosen : areas)
    .flatMap((area) => area.criteria)
    .slice(0, 100)
    .map(({ id, label }) => ({ value: id, label: `${id} ${label}` }));
  const readers = [
    { value: 'team', label: 'The inspection team' },
    { value: 'restricted', label: 'Lead, deputy and quality assurance manager only' },
  ];
  return [
    line('case', inWordsOf(ask.inspection, '{Case}'), one(values, 'case'), {
      required: false,
      hint: 'The team’s reference, such as C-017. Never a name.',
    }),
    radio('about', 'About', labelled(abouts, aboutLabels), one(values, 'about'), { required: false }),
    line('site', 'Site', one(values, 'site'), { required: false, hint: 'The office or team where it was seen.' }),
    ...(asksAgencyFirst(ask.inspection) ? [] : [agencyField(ask.inspection, values)]),
    ...(criteria.length > 0
      ? [
          menuOfMany(
            'criteria',
            'Criteria',
            criteria,
            several(values, 'criteria').filter((id) => criteria.some((each) => each.value === id)),
            { required: false, fresh: [fresh, ...chosen.map((area) => area.id)].join(' ') },
          ),
        ]
      : []),
    ...linePieces(ask, values, about),
    radio('readers', 'Who may read it', readers, one(values, 'readers') ?? 'team', {
      hint: 'What a whistleblower says is always for lead, deputy and quality assurance manager only.',
    }),
  ];
};

/** The areas chosen, as far as this framework has them; after a change of framework, what the typed area word means in it. */
const areasIn = ({ inspection: { framework } }: AskOfInspection, values: Values, about: About): readonly string[] => {
  const known = several(values, 'areas').filter((id) => framework.areas.some((area) => area.id === id));
  const meant = known.length === 0 && about.word ? areaByWord(framework, about.word) : undefined;
  return meant ? [meant.id] : known;
};

/** The words that areas go by at the beginning of a line, some of them where they are many. */
const areaWords = ({ framework: { areas } }: Inspection): string =>
  `${areas.slice(0, 6).map(areaWord).join(', ')}${areas.length > 6 ? ' and so on' : ''}`;

/** The form with the items that several lines become shown at once, where they say all of themselves that is needed. */
export const severalForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const { told: _, ...carried } = about;
  const shown = evidenceForm(ask, values, { ...carried, preview: 'asked' });
  return shown.about.preview === 'asked' ? evidenceForm(ask, values, about) : shown;
};

export const evidenceForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const { inspection } = ask;
  const { item } = about;
  // Areas and criteria chosen under one framework must not stay when the form is about another.
  const fresh = about.which ? inspection.framework.id : '';
  const preview = about.preview ? previewOf(ask, values, about) : null;
  // What a line's marks say in the text, the fields need not; where neither does, it is refused at its field.
  const required = item !== undefined;
  const areas = menuOfMany(
    'areas',
    'Judgement area',
    areasToChoose(inspection.framework.areas),
    areasIn(ask, values, about),
    { fresh, required, hint: item ? null : `Or as the text’s first word: ${areaWords(inspection)}.` },
  );
  const fields: Piece[] = [
    box('text', 'What did you find?', one(values, 'text'), {
      hint: `${inWordsOf(inspection, 'No names: use a {case} reference such as C-017.')}${item ? '' : ' Several lines can become several items.'}`,
      fresh: about.rest ?? '',
    }),
    // The criteria below, once shown, are those of the chosen areas.
    redrawing(areas, about.more !== undefined),
    radio('sign', 'It is', labelled(signs, signLabels), one(values, 'sign'), {
      required,
      hint: item ? null : 'Or before the words: + strength, - concern, ! priority concern.',
    }),
  ];
  const whence: Piece[] = [
    menu('source', 'Source', choicesOf(fieldOf(inspection.framework).sources), one(values, 'source') ?? 'not-stated'),
    ...(asksAgencyFirst(inspection) ? [agencyField(inspection, values)] : []),
    moment('observedAt', 'Observed at', one(values, 'observedAt') ?? ask.at),
  ];
  const more: Piece[] = about.more
    ? moreFields(ask, values, about, fresh)
    : [{ is: 'redraw', label: 'More', about: { more: 'yes' } }];
  return {
    of: item ? 'edit' : 'evidence',
    title: item ? `Correct ${item}` : 'Record evidence',
    submit: 'Save',
    // What is put right is most often the words, the area or the sign.
    pieces: [
      ...formHead(ask, values, about),
      ...(preview?.pieces ?? []),
      ...fields,
      ...(item && !about.more ? [] : whence),
      ...more,
    ],
    about: preview ? { ...about, preview: preview.mark } : about,
  };
};
