import { structureLabels, structures } from '../src/domain/matters/context.ts';
import { contextInWords, contextParts } from '../src/words/context.ts';
import { message, type Part } from '../src/words/message.ts';
import { siteGapLines } from '../src/words/sites.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { box, labelled, line, menu, saidLines } from './fields.ts';
import { type About, type Form, fieldsIn, one, type Values } from './form.ts';
import { askAboutChange, seenIn, seenNow } from './forms/meanwhile.ts';
import { askAboutNames, namesPieces } from './forms/names.ts';
import { savedSaying } from './receipt.ts';
import { keeps, sealedReply } from './reply.ts';

const texts = ['sites', 'partners', 'note'];

const asText = (number: number | null | undefined): string | null => (number == null ? null : String(number));

const draw = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const { context } = inspection;
  const standing = (field: string, stands: string | null | undefined): string | null =>
    field in values ? one(values, field) : (stands ?? null);
  return {
    of: 'context',
    title: 'Context of the area',
    submit: 'Save',
    pieces: [
      saidLines(
        ['It is shown beside grades, so that they can be read in their place. It changes no grade.'],
        ...siteGapLines(inspection),
      ),
      line('children', 'Children in the area', standing('children', asText(context?.children)), {
        required: false,
        hint: 'How many children live there, such as 96,000.',
      }),
      line('offices', 'Offices', standing('offices', asText(context?.offices)), {
        required: false,
        hint: 'From how many offices children’s social care works.',
      }),
      box('sites', 'Names of the offices', standing('sites', context?.sites.join('\n')), {
        required: false,
        hint: 'A line each, such as East office. Visits and evidence are told by them.',
      }),
      line('partners', 'Partners', standing('partners', context?.partners), {
        required: false,
        hint: 'Such as two health boards, one police force.',
      }),
      menu(
        'structure',
        'How it is run',
        labelled(structures, structureLabels),
        standing('structure', context?.structure),
        { required: false },
      ),
      box('note', 'What else matters', standing('note', context?.note), { required: false }),
      ...namesPieces(about),
    ],
    about,
  };
};

const changed = ({ inspection }: AskOfInspection) => ({
  subject: 'context',
  did: 'changed the context of the area',
  now: contextParts(inspection),
});

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const command = {
    type: 'SetContext',
    seen: seenIn(about),
    ...fieldsIn(values, 'children', 'offices', 'sites', 'partners', 'structure', 'note'),
  };
  return (
    askAboutChange(ask, about, changed(ask), (asking) => draw(ask, values, asking)) ??
    askAboutNames(ask, values, about, texts, draw) ??
    keeps(command, (kept) => {
      const { context } = kept.inspection;
      return savedSaying(kept, context ? contextInWords(context) : '', { list: siteGapLines(kept.inspection) });
    })
  );
};

export const context: InspectionSubcommand = {
  of: 'inspection',
  word: 'context',
  usage: '',
  about: 'Describes the area: children, offices, partners, how it is run. Shown beside grades, never part of them.',
  brief: 'how large the area is and how it is run',
  example: '/judge context',
  act: 'record earlier inspections and context',
  asked: (ask) => {
    const sealed = sealedReply(ask);
    if (!sealed) return { open: draw(ask, {}, seenNow(ask)) };
    const standing: Part[] = [...contextParts(ask.inspection), { list: siteGapLines(ask.inspection) }];
    return 'say' in sealed ? { say: message(...sealed.say.parts, ...standing) } : sealed;
  },
  form: { draw, submitted },
};
