using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>What the servers of a domain take from us.</summary>
/// <param name="Domain">In small letters; "*" for each other domain by itself.</param>
/// <param name="Most">How many mails in <paramref name="Period"/>; null for any number.</param>
/// <param name="Period">A minute, an hour or a day.</param>
/// <param name="AtOnce">How many mails workers may have in hand at the same time; null for any number.</param>
public sealed record DomainLimit(string Domain, int? Most, Duration Period, int? AtOnce)
{
    public override string ToString() => $"{Domain}={string.Join(' ', new[] { Most is { } most ? $"{most}/{Unit}" : null, AtOnce is { } some ? $"{some} at once" : null }.OfType<string>())}";

    private string Unit => Period == Duration.FromMinutes(1) ? "min" : Period == Duration.FromHours(1) ? "hour" : "day";
}
