using System.Globalization;
using NodaTime;

namespace AbuseDesk;

/// <summary>Spans of time as policies and commands write them: "30m", "24h", "3d".</summary>
public static class Spans
{
    /// <returns>Null where the text is no span.</returns>
    public static Duration? Find(string text)
    {
        var sound = int.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        return (sound, text.Length > 0 ? text[^1] : ' ') switch
        {
            (true, 'm') => Duration.FromMinutes(count),
            (true, 'h') => Duration.FromHours(count),
            (true, 'd') => Duration.FromDays(count),
            _ => null,
        };
    }
}
