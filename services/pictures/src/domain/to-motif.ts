/** Tells the illustrator what of an experience can be seen. */
import type { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Motif } from '@fernweh/illustrator/motif'

type Published = EventOf<typeof experiencePublished>['data']

/** What is drawn, and the words hosts use for it. Words for something else are left out: a wrong animal is worse than none. */
const vocabulary: Record<string, RegExp> = {
  dawn: /\b(sunrise|dawn|first light|daybreak|early morning)\b/,
  dusk: /\b(sunset|dusk|golden hour|twilight|evening|blue hour)\b/,
  night: /\b(night|midnight|nocturnal|after dark|moon|moonlight)\b/,
  coast: /\b(sea|ocean|coast|coastal|beach|harbou?r|bay|island|cliffs?|surf|lagoon|tide|reef|port)\b/,
  river: /\b(river|canals?|lake|bridges?|waterfall|creek|pond|quay)\b/,
  mountain: /\b(mountains?|ridge|summit|peaks?|alps?|alpine|volcano|fjord|glacier|canyon|cliff|pass)\b/,
  forest: /\b(forest|woods?|jungle|rainforest|bamboo|cedars?|pines?|trees|park|gardens?)\b/,
  desert: /\b(deserts?|dunes?|oasis|bedouin|sahara)\b/,
  vineyard: /\b(vineyards?|wines?|winery|bodega|enoteca|grapes?|champagne|sherry|vermouth|prosecco|cava|riesling)\b/,
  tea: /\b(tea|matcha|chai)\b/,
  coffee: /\b(coffee|espresso|roastery|roaster)\b/,
  beer: /\b(beers?|brewery|breweries|ale|lager)\b/,
  drum: /\b(drums?|percussion|samba|taiko)\b/,
  guitar: /\b(guitars?|fado|flamenco)\b/,
  whale: /\bwhales?\b/,
  deer: /\b(deer|stags?)\b/,
  elephant: /\belephants?\b/,
  crane: /\b(cranes?|egrets?|herons?|storks?)\b/,
  goose: /\b(goose|geese|swans?)\b/,
  bird: /\b(birds?|eagles?|gannets?|puffins?|gulls?|swallows?)\b/,
  balloon: /\b(balloons?|paraglid\w+)\b/,
  train: /\b(trains?|railway|tram|funicular|cable car)\b/,
  sail: /\b(sail|sailing|sailboat|yacht|regatta|schooner|dhow|felucca|catamaran|ketch)\b/,
  ship: /\b(ferry|ferries|ships?|cruise)\b/,
  kayak: /\b(kayaks?|kayaking|canoes?)\b/,
  row: /\b(row(ing)?|oars?)\b/,
  pottery: /\b(pottery|clay|ceramics?|tiles?|azulejos?|porcelain|glaze|raku)\b/,
  weaving: /\b(weav\w+|loom|textiles?|silk|rugs?|carpets?|dye|dyeing|indigo|knit\w*|batik)\b/,
  paint: /\b(watercolou?rs?|easels?|sketch\w*|landscape painting)\b/,
  paper: /\b(paper|calligraphy|bookbinding|letterpress|print\w*|origami|ink)\b/,
  ruins: /\b(ruins?|roman|temple|temples|ancient|archaeolog\w+|forum|pyramids?)\b/,
  castle: /\b(castle|fortress|fort|citadel|palace|walls|ramparts?|tower)\b/,
}

export function toMotif({ experienceId, category, country, place, title, summary }: Published): Motif {
  const text = `${title} ${summary}`.toLowerCase()
  return {
    experienceId,
    category,
    country,
    latitude: Math.round(place.latitude),
    longitude: Math.round(place.longitude),
    words: Object.keys(vocabulary).filter((word) => vocabulary[word]?.test(text)),
  }
}
