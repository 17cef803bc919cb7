using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AbuseDesk.Web.Hosting;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Cli.Frame;

/// <summary>Options and arguments by the kind of their value; a value of another kind is a usage error (exit code 2).</summary>
public static class Ask
{
    public static Argument<string> For(string name, string description) => new(name) { Description = description };

    public static Option<string> Required(string name, string shown, string description) =>
        new(name) { HelpName = shown, Description = description, Required = true };

    public static Option<string?> Optional(string name, string shown, string description) =>
        new(name) { HelpName = shown, Description = description };

    /// <summary>May be given several times.</summary>
    public static Option<string[]> Many(string name, string shown, string description) =>
        new(name) { HelpName = shown, Description = description, DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };

    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    public static Option<T> RequiredWord<T>(string name, string description) where T : struct, Enum =>
        new(name) { HelpName = Choices<T>(), Description = description, Required = true, CustomParser = result => Word<T>(result) ?? default };

    /// <summary>Some of the words only.</summary>
    public static Option<T> RequiredWord<T>(string name, string description, IReadOnlyList<T> offered) where T : struct, Enum
    {
        string[] words = [.. offered.Select(Words.Of)];
        return new(name)
        {
            HelpName = string.Join('|', words),
            Description = description,
            Required = true,
            CustomParser = result => Read(result, text => Words.TryParse<T>(text, out var value) && offered.Contains(value) ? value : (T?)null, $"is not one of {string.Join(", ", words)}") ?? default,
        };
    }

    public static Option<T?> Word<T>(string name, string description) where T : struct, Enum =>
        new(name) { HelpName = Choices<T>(), Description = description, CustomParser = Word<T> };

    /// <summary>UTC or with an offset, so that nobody has to guess the zone.</summary>
    public static Option<Instant?> Instant(string name, string description) =>
        new(name) { HelpName = "INSTANT", Description = description, CustomParser = result => Read(result, ReadInstant, "is no instant; write it with its offset, as 2021-01-09T14:02:00Z or 2021-01-09T06:02:00-08:00") };

    /// <summary>"72h", "30m", "3d".</summary>
    public static Option<Duration?> Span(string name, string description) =>
        new(name) { HelpName = "SPAN", Description = description, CustomParser = result => Read(result, Spans.Find, "is no span of time; write it as 30m, 72h or 3d") };

    /// <summary>A number from 1 on.</summary>
    public static Option<int?> Number(string name, string description) =>
        new(name) { HelpName = "N", Description = description, CustomParser = result => Read(result, ReadNumber, "is no number from 1 on") };

    /// <summary>How many rows a list shows.</summary>
    public static Option<int> Limit() =>
        new("--limit") { HelpName = "N", Description = "Rows at most; default 100.", DefaultValueFactory = _ => 100, CustomParser = result => Read(result, ReadLimit, "is no limit; use 1 to 10000") ?? 100 };

    /// <summary>Where the web desk listens.</summary>
    public static Option<string> Address(string otherwise, string description)
    {
        var urls = new Option<string>("--urls") { HelpName = "URL", Description = description, DefaultValueFactory = _ => otherwise };
        urls.Validators.Add(result =>
        {
            if (result is { Implicit: false } && Listening.Mistake(result.GetValueOrDefault<string>() ?? "") is { } mistake)
                result.AddError(mistake);
        });
        return urls;
    }

    public static Option<string> Case() => Required("--case", "REF", "The case.");

    private static string Choices<T>() where T : struct, Enum => string.Join('|', Words.All<T>());

    private static T? Word<T>(ArgumentResult result) where T : struct, Enum =>
        Read(result, text => Words.TryParse<T>(text, out var value) ? value : (T?)null, $"is not one of {string.Join(", ", Words.All<T>())}");

    private static T? Read<T>(ArgumentResult result, Func<string, T?> read, string problem) where T : struct
    {
        var text = result.Tokens[0].Value;
        var value = read(text);
        if (value is null)
            result.AddError($"“{Shown.Briefly(text)}” {problem}");
        return value;
    }

    private static Instant? ReadInstant(string text) =>
        OffsetDateTimePattern.ExtendedIso.Parse(text.Trim().Replace(' ', 'T')) is { Success: true } read ? read.Value.ToInstant() : null;

    private static int? ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number : null;

    private static int? ReadLimit(string text) => ReadNumber(text) is <= 10_000 and var limit ? limit : null;
}
