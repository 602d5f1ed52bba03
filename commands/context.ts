import { fieldOf } from '../src/domain/field.ts';
import { contextInWords, contextParts } from '../src/words/context.ts';
import { message, type Part } from '../src/words/message.ts';
import { siteGapLines } from '../src/words/sites.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { box, choicesOf, line, menu, saidLines } from './fields.ts';
import { type About, type Form, fieldsIn, one, type Values } from './form.ts';
import { askAboutChange, seenIn, seenNow } from './forms/meanwhile.ts';
import { askAboutNames } from './forms/names.ts';
import { savedSaying } from './receipt.ts';
import { keeps, sealedReply } from './reply.ts';

const texts = ['sites', 'partners', 'note'];

const asText = (number: number | null | undefined): string | null => (number == null ? null : String(number));

const draw = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const { context } = inspection;
  const asked = fieldOf(inspection.framework).context;
  const standing = (field: string, stands: string | null | undefined): string | null =>
    field in values ? one(values, field) : (stands ?? null);
  return {
    of: 'context',
    title: asked.title,
    submit: 'Save',
    pieces: [
      saidLines(
        ['It is shown beside grades, so that they can be read in their place. It changes no grade.'],
        ...siteGapLines(inspection),
      ),
      line('children', asked.people, standing('children', asText(context?.children)), {
        required: false,
        hint: asked.peopleHint,
      }),
      line('offices', asked.offices, standing('offices', asText(context?.offices)), {
        required: false,
        hint: asked.officesHint,
      }),
      box('sites', asked.sites, standing('sites', context?.sites.join('\n')), {
        required: false,
        hint: asked.sitesHint,
      }),
      line('partners', 'Partners', standing('partners', context?.partners), {
        required: false,
        hint: asked.partnersHint,
      }),
      menu('structure', 'How it is run', choicesOf(asked.structures), standing('structure', context?.structure), {
        required: false,
      }),
      box('note', 'What else matters', standing('note', context?.note), { required: false }),
    ],
    about,
  };
};

const changed = ({ inspection }: AskOfInspection) => ({
  subject: 'context',
  did: `changed the ${fieldOf(inspection.framework).context.title.toLowerCase()}`,
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
      return savedSaying(context ? contextInWords(kept.inspection, context) : '', {
        list: siteGapLines(kept.inspection),
      });
    })
  );
};

export const context: InspectionSubcommand = {
  of: 'inspection',
  word: 'context',
  usage: '',
  about:
    'Describes what is inspected: how large it is, its partners, how it is run. Shown beside grades, never part of them.',
  brief: 'how large the place is and how it is run',
  offers: [{ label: 'Describe what is inspected' }],
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
