using System.Text.RegularExpressions;

namespace AbuseDesk;

/// <summary>The text form of enums, in tables, files and commands: lower case with hyphens ("still-up").</summary>
public static partial class Words
{
    public static string Of<T>(T value) where T : struct, Enum =>
        Table<T>.ByValue.TryGetValue(value, out var word)
            ? word
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(T).Name} has no such value.");

    /// <exception cref="DeskException">The text is none of the words; the sentence lists them.</exception>
    public static T Parse<T>(string? text) where T : struct, Enum => TryParse<T>(text, out var value)
        ? value
        : throw new DeskException(
            $"“{Shown.Briefly(text)}” is no {Name<T>()}; use one of {string.Join(", ", All<T>())}.");

    public static bool TryParse<T>(string? text, out T value) where T : struct, Enum =>
        Table<T>.ByWord.TryGetValue(text?.Trim() ?? "", out value);

    /// <summary>All words of the enum, in the order of its declaration.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Table<T>.InOrder;

    private static string Name<T>() => Hyphenated(typeof(T).Name).Replace('-', ' ');

    private static string Hyphenated(string name) => BeforeCapital().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=.)(?=[A-Z])")]
    private static partial Regex BeforeCapital();

    private static class Table<T> where T : struct, Enum
    {
        public static readonly IReadOnlyList<string> InOrder = [.. Enum.GetNames<T>().Select(Hyphenated)];

        public static readonly Dictionary<T, string> ByValue =
            Enum.GetValues<T>().Distinct().ToDictionary(value => value, value => Hyphenated(value.ToString()));

        public static readonly Dictionary<string, T> ByWord =
            ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);
    }
}
