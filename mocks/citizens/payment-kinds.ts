/** Kinds of payment as the enti name them. */
export const paymentKinds = {
  schoolMeals: { code: 'MENS', name: 'Mensa scolastica' },
  waste: { code: 'TARI', name: 'Tassa sui rifiuti (TARI)' },
  summerCamp: { code: 'CEST', name: 'Centri estivi' },
  carTax: { code: 'BOLL', name: 'Tassa automobilistica' },
  healthTicket: { code: 'TICK', name: 'Ticket sanitario' },
  parking: { code: 'SOST', name: 'Permessi di sosta' },
  fine: { code: 'CDSV', name: 'Sanzioni del Codice della strada' },
  universityFee: { code: 'TDSU', name: 'Tassa per il diritto allo studio' },
  cemetery: { code: 'LVOT', name: 'Luce votiva' },
  sports: { code: 'SPOR', name: 'Impianti sportivi' },
} as const;
