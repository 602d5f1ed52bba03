/**
 * Given names common in England and Wales across communities (after the Office for National Statistics' yearly lists of
 * baby names), without those that are also everyday words in evidence. Only used to ask, never to certify.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `
aaliyah aaron abdul abdullah abigail abu adam adrian agnieszka ahmad ahmed aiden aisha alan albert alex
alexander alexandra alfie ali alice alicia alisha alison amanda amber amelia amina amir amy ana andrea andrei
andrew angela anna anne anthony arthur arya ashley aurora austin ava ayesha aziz barbara beatrice bella ben
benjamin beth bethany bilal blessing bobby bonnie brandon brian caitlin callum cameron carl carol caroline
catherine charlie charlotte chelsea chidi chloe chris christian christina christine christopher claire connor
courtney craig daisy dan daniel daniela danny darren david debbie deborah demi denise dexter divya dominic
donna dylan ebony eddie edward eleanor elena eli elijah elisha eliza elizabeth ella ellie elliot elsie emilia
emily emma emmanuel erin ethan eva eve evelyn evie ezra farah fatima felix finlay finn florence frankie
fraser fred freddie freya gabriel gareth gary gemma george georgia georgina gerald gina graham hamza hannah
harley harriet harrison harry harvey hassan heather heidi helen henry holly hugo hussain hussein ian ibrahim
imogen imran ines iris isaac isabel isabella isabelle isla ismail ivy jack jackson jacob jade jaden jake
james jamie jan jane janet jasmine jason jay jayden jean jeff jennifer jenny jeremy jesse jessica jill joan
joanna joanne jodie joe joel john jonathan jordan jose joseph josh joshua jude judith julia julian julie kai
karen karl kate katherine kathryn katie kayla keira keith kelly kelsey ken kenneth kevin khadija kian kieran
kim kimberley kirsty kofi krzysztof kyle kylie laila lara laura lauren layla leah lee lena leo leon lesley
lewis liam lily linda lisa lola louie louis louise luca lucas lucy luke lydia maddison maisie malachi malik
marcus margaret maria mariam martha martin mary maryam mason matilda matthew maya megan melissa mia michael
michelle mihai millie mohamed mohammad mohammed molly monica musa mustafa nadia naomi natalie natasha nathan
niamh nicholas nicola nicole nigel noah noor oliver olivia oluwaseun omar oscar osman owen paige pamela
patricia patrick paul paula pauline peter philip phoebe piotr poppy precious priya rachel ralph raymond
rebecca reece reuben rhys richard riley rita robert roman ronnie rory rosa rosie ross roxanne ruby russell
ruth ryan sabrina saima sam samantha samir samuel sandra sara sarah scarlett scott sean sebastian shannon
sharon shaun shauna sheila shelby sian sienna simon sofia sophia sophie stacey stanley stefan stella
stephanie stephen steven stuart sue susan suzanne syed sylvia tamara tanya tara teddy teresa terry thea theo
theodore theresa thomas tia tiffany tilly tim timothy tina toby tom tommy tony tracey tristan tyler uma umar
usman valerie vanessa vera victoria vincent violet wayne wendy william willow xavier yasmin yasmine yusuf zac
zach zachary zahra zain zainab zara zoe zuzanna
`
    .trim()
    .split(/\s+/),
);
