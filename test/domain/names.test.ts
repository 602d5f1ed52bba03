import { describe, expect, it } from 'vitest';
import { likelyNames } from '../../src/domain/text/names.ts';

const known = ['Northmoor', 'Ana Reyes', 'Sarah Smith', 'Tom Jones'];

describe('a text with a likely name', () => {
  it.each([
    ['Ellie Brown was seen alone', ['Ellie Brown']],
    ['Visited Jack Green at home', ['Jack Green']],
    ['Workers know Jack Green, Ellie Brown and her dad', ['Jack Green', 'Ellie Brown']],
    ['her mum Sharon was not told', ['Sharon']],
    ['a boy called Mohammed', ['Mohammed']],
    ['JACK GREEN is on the list', ['JACK GREEN']],
    ['Jack G was seen', ['Jack G']],
    ['Amelia-Rose Brown', ['Amelia-Rose Brown']],
    ['Niamh O’Brien', ['Niamh O’Brien']],
    ['Jack Green. Jack Green again', ['Jack Green']],
    ['Ellie said that she is afraid', ['Ellie']],
    ['the plan for callum has no dates', ['callum']],
    ['Ellie Brown was seen; later Ellie spoke', ['Ellie Brown']],
    ['Mrs Patel was not told', ['Mrs Patel']],
    ['her brother Smudge was seen', ['Smudge']],
    ['They call him Smudge', ['Smudge']],
    ['Tyler’s plan', ['Tyler']],
  ])('[C3] points out in "%s"', (text, names) => {
    expect(likelyNames(text, known)).toEqual(names);
  });

  it.each([
    'Strategy discussions are held late',
    'Children in Northmoor wait for Early Help',
    'May and June 2013; Will the plan be reviewed',
    'C-017: Social Worker changed four times',
    'The Signs of Safety model is called Strengthening Families',
    'Grade rests on E-014',
    'Jordan and Georgia are countries; Ruby, Holly and Amber are words too',
    'The jack-in-the-box rota; Mr and Mrs were crossed out',
    'The friend of the family, and a boy who was seen',
  ])('[C3] is quiet about "%s"', (text) => {
    expect(likelyNames(text, known)).toEqual([]);
  });

  it('[C3] is quiet about the authority and the people of the team', () => {
    expect(likelyNames('Ana Reyes and Sarah Smith’s visit with Tom Jones', known)).toEqual([]);
    expect(likelyNames('Victoria Northmoor', [...known, 'Victoria Northmoor'])).toEqual([]);
  });

  it('[C3] points out a name made of two people’s of the team', () => {
    expect(likelyNames('Sarah Jones was seen', known)).toEqual(['Sarah Jones']);
  });
});
