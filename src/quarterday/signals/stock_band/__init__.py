"""The expected band of a month-end stock, from the starts and durations of a baseline."""

from quarterday.signals.stock_band.band import WHY, Scale, stock_band
from quarterday.signals.stock_band.from_records import Bands, has_band
from quarterday.signals.stock_band.points import BAND_VERSION, BandPoint, StockBand
from quarterday.signals.stock_band.stays import Stay

__all__ = ["BAND_VERSION", "WHY", "BandPoint", "Bands", "Scale", "Stay", "StockBand", "has_band", "stock_band"]
