import { areaByWord, listed } from '../../src/domain/framework.ts';
import { may } from '../../src/domain/roles.ts';
import { aboutLabels, abouts, signLabels, signs, sources } from '../../src/domain/sources.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import {
  type About,
  box,
  type Form,
  line,
  menu,
  menuOfMany,
  one,
  type Piece,
  radio,
  several,
  type Values,
} from '../form.ts';
import { agencyField, asksAgencyFirst } from './agency.ts';
import { formHead } from './evidence-head.ts';
import { linePieces } from './evidence-line.ts';
import { askAboutNames as askAboutNamesIn, namesPieces } from './names.ts';
import { previewOf } from './several-preview.ts';

/** The evidence form, for recording and for correcting. Short at first; "More" shows the rest. */

const moreFields = (ask: AskOfInspection, values: Values, about: About, fresh: string): Piece[] => {
  const { areas } = ask.inspection.framework;
  const chosen = areas.filter((area) => several(values, 'areas').includes(area.id));
  const criteria = (chosen.length > 0 ? chosen : areas)
    .flatMap((area) => area.criteria)
    .slice(0, 100)
    .map(({ id, label }) => ({ value: id, label: `${id} ${label}` }));
  const kinds = abouts.map((value) => ({ value, label: aboutLabels[value] }));
  const readers = [
    { value: 'team', label: 'The inspection team' },
    { value: 'restricted', label: 'Lead, deputy and quality assurance manager only' },
  ];
  return [
    line('case', 'Case', one(values, 'case'), {
      required: false,
      hint: 'The team’s reference, such as C-017. Never a name.',
    }),
    radio('about', 'About', kinds, one(values, 'about'), { required: false }),
    line('site', 'Site', one(values, 'site'), { required: false, hint: 'The office or team where it was seen.' }),
    ...(asksAgencyFirst(ask.inspection) ? [] : [agencyField(ask.inspection, values)]),
    ...(criteria.length > 0
      ? [
          menuOfMany(
            'criteria',
            'Criteria',
            criteria,
            [...several(values, 'criteria')].filter((id) => criteria.some((each) => each.value === id)),
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

export const evidenceForm = (of: 'evidence' | 'edit', ask: AskOfInspection, values: Values, about: About): Form => {
  const areas = ask.inspection.framework.areas.map((area) => ({ value: area.id, label: area.short }));
  const item = about.item;
  // Areas and criteria chosen under one framework must not stay when the form is about another.
  const framework = about.which ? ask.inspection.framework.id : '';
  const preview = about.preview ? previewOf(ask, values, about) : null;
  const fields: Piece[] = [
    // The criteria below, once shown, are those of the chosen areas.
    menuOfMany('areas', 'Judgement area', areas, areasIn(ask, values, about), {
      fresh: framework,
      redraws: about.more !== undefined,
    }),
    box('text', 'What did you find?', one(values, 'text'), {
      hint: `No names: use a case reference such as C-017.${item ? '' : ' Several lines can become several items.'}`,
      fresh: about.rest ?? '',
    }),
    ...namesPieces(about),
    radio(
      'sign',
      'It is',
      signs.map((value) => ({ value, label: signLabels[value] })),
      one(values, 'sign') ?? 'context',
      {},
    ),
    menu(
      'source',
      'Source',
      sources.map(({ id, label }) => ({ value: id, label })),
      one(values, 'source') ?? 'not-stated',
      {},
    ),
    ...(asksAgencyFirst(ask.inspection) ? [agencyField(ask.inspection, values)] : []),
    {
      is: 'moment',
      field: 'observedAt',
      label: 'Observed at',
      hint: null,
      required: true,
      fresh: '',
      initial: one(values, 'observedAt') ?? ask.at,
    },
  ];
  const more: Piece[] = about.more
    ? moreFields(ask, values, about, framework)
    : [{ is: 'redraw', label: 'More', about: { more: 'yes' } }];
  return {
    of,
    title: item ? `Correct ${item}` : 'Record evidence',
    submit: 'Save',
    pieces: [...formHead(ask, values, about), ...(preview?.pieces ?? []), ...fields, ...more],
    about: preview ? { ...about, preview: preview.mark } : about,
  };
};

/** Asks about likely names before anything is kept; null where there are none, or the asker said to keep them. */
export const askAboutNames = (
  of: 'evidence' | 'edit',
  ask: AskOfInspection,
  values: Values,
  about: About,
): Reply | null =>
  askAboutNamesIn(ask, values, about, ['text', 'site', 'agency'], (asking) => evidenceForm(of, ask, values, asking));

/** Who may read the restricted ones, said to somebody who just recorded one. */
export const restrictedReceiptWords = (ask: AskOfInspection): string => {
  const readers = ask.inspection.members
    .filter((member) => may(member.role, 'read restricted evidence'))
    .map((member) => member.name);
  return `Only ${listed(readers, 'and')} can read it. It appears, counts and hints nowhere else; this receipt is all you keep.`;
};
