using System.Globalization;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates.Words;
using Fluid;
using Fluid.Values;

namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>The filters of notices: numbers and lists in words, and instants set against each other.</summary>
internal static class NoticeFilters
{
    public const string Language = "language";

    /// <summary>Every filter that a template may use, with the type of its result for the type of its input.</summary>
    public static IReadOnlyDictionary<string, Func<Type, Type>> ResultTypes { get; } = new Dictionary<string, Func<Type, Type>>(StringComparer.Ordinal)
    {
        ["plural"] = _ => typeof(string),
        ["count_words"] = _ => typeof(string),
        ["list"] = _ => typeof(string),
        ["ranges"] = _ => typeof(string),
        ["word"] = _ => typeof(string),
        ["sentence_start"] = _ => typeof(string),
        ["after"] = _ => typeof(string),
        ["before"] = _ => typeof(bool),
        ["placed_in"] = _ => typeof(string),
        ["day_in"] = _ => typeof(string),
        ["long_day_in"] = _ => typeof(string),
        ["join"] = _ => typeof(string),
        ["plus"] = _ => typeof(int),
        ["minus"] = _ => typeof(int),
        ["abs"] = _ => typeof(int),
    };

    public static void AddTo(TemplateOptions options)
    {
        Add(options, "plural", (input, arguments, _) => arguments.At(Math.Abs(input.ToNumberValue()) == 1 ? 0 : 1).ToStringValue());
        Add(options, "count_words", (input, _, language) => InWords(input.ToNumberValue(), language));
        Add(options, "list", (input, _, language) => NumbersInWords.List([.. Values(input).Select(Text)], language.And));
        Add(options, "ranges", (input, _, language) =>
            NumbersInWords.Ranges([.. Values(input).Select(value => Convert.ToInt32(value, CultureInfo.InvariantCulture))], language));
        Add(options, "word", (input, arguments, language) =>
            language.Word(input.ToStringValue() + (arguments.Count == 0 ? "" : "_" + arguments.At(0).ToStringValue())));
        Add(options, "sentence_start", (input, _, _) =>
            input.ToStringValue() is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : "");
        Add(options, "after", (input, arguments, _) => After(Moment(input), Moment(arguments.At(0))));
        options.Filters.AddFilter("before", (input, arguments, _) =>
            BooleanValue.Create(Moment(input).Instant < Moment(arguments.At(0)).Instant));
        Add(options, "placed_in", (input, arguments, _) => Trend(arguments.At(0)).PlaceOf(Moment(input)).ToString("0.####", CultureInfo.InvariantCulture));
        // a year is named where the chart spans more than one
        Add(options, "day_in", (input, arguments, _) => Trend(arguments.At(0)).Unit == TrendUnit.Week ? Moment(input).DayMonth : Moment(input).ShortDate);
        Add(options, "long_day_in", (input, arguments, _) => Trend(arguments.At(0)).Unit == TrendUnit.Week ? Moment(input).LongDayMonth : Moment(input).Date);
    }

    private static void Add(TemplateOptions options, string name, Func<FluidValue, FilterArguments, LanguageFile, string> filter) =>
        options.Filters.AddFilter(name, (input, arguments, context) =>
            new StringValue(filter(input, arguments, (LanguageFile)context.AmbientValues[Language])));

    private static string InWords(decimal number, LanguageFile language) =>
        number >= 1 && number <= language.Numbers.Count && number == Math.Truncate(number)
            ? language.Numbers[(int)number - 1]
            : number.ToString("0.##", CultureInfo.InvariantCulture);

    // the date is told again only where it differs: "21:00 CET" after "Sunday 10 January 2021, 12:00 PST"
    private static string After(Moment moment, Moment before) =>
        moment.Local.Date == before.Local.Date ? moment.TimeZone : moment.WeekdayDateTime;

    private static TrendFacts Trend(FluidValue value) => value.ToObjectValue() as TrendFacts
        ?? throw new DeskException("the filters placed_in, day_in and long_day_in need the word trend after the colon");

    private static Moment Moment(FluidValue value) => value.ToObjectValue() as Moment
        ?? throw new DeskException("an instant such as measure.effective.provider belongs here, and beside after and before another one");

    private static IEnumerable<object?> Values(FluidValue value) =>
        value.ToObjectValue() is System.Collections.IEnumerable list and not string ? list.Cast<object?>() : [value.ToObjectValue()];

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
