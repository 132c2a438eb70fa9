# Teitlau blychau’r bwrdd gwaith ar gyfer ffolderi a ffeiliau.
# A draft: no translator has read it yet.

choose-place-for-file = Ble dylai’r ffeil fynd?
choose-place-for-draft = Ble dylai’r drafft fynd?
choose-place-for-pack = Ble dylai’r pecyn fynd?
choose-place-for-text = Ble dylai’r testun fynd?
choose-place-for-backup = Ble dylai’r copi wrth gefn fynd?
choose-place-for-person = Ble dylai’r ffeil amdanynt fynd?
choose-backup = Pa gopi wrth gefn ddylid ei roi yn ôl?
choose-co-op-file = Pa ffeil a ddaeth atoch?
choose-model = Pa ffolder sy’n cynnwys y model?
choose-model-file = Pa ffeil sy’n cynnwys y model?
choose-law-folder = Pa ffolder sy’n cynnwys y ffigurau mwy diweddar?
choose-law-file = Pa ffeil sy’n cynnwys y ffigurau mwy diweddar?
