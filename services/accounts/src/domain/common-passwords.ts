/** What guessers try first; shorter words would be found inside of others. */
export const commonPasswords =
  `abcd access account adidas admin administrator adobe alexander amanda andrea andrew angel
  anthony apple arsenal ashley austin babygirl backup banana barcelona baseball basketball batman beautiful bitcoin boston
  brandon buster butterfly changeit changeme charlie cheese chelsea chocolate computer cookie corvette daniel default
  diamond dragon eminem everton facebook fernweh ferrari flower football forever freedom friends fuckyou games ginger
  google guest hannah harley hello holiday hockey hunter iceman iloveyou india internet jasmine jennifer jessica jesus
  jordan joshua justin killer king knight letmein liverpool login london lovely loveyou madison maggie manager manchester
  master matrix matthew mercedes merlin michael michelle mickey monkey monster mustang natasha newyork nicole ninja nothing
  orange passcode passport passwort password patrick peanut pepper phoenix pokemon princess purple ranger robert root
  samantha samsung secret server shadow silver skywalker snoopy soccer spiderman starwars steelers summer sunshine superman
  system taylor temp tennis test thomas thunder tigger travel trustno twitter user victoria welcome whatever winner winter
  word world yankees`.split(/\s+/)
