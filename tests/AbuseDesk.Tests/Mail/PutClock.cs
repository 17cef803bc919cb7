using NodaTime;

namespace AbuseDesk.Tests.Mail;

/// <summary>A clock that may also be put back.</summary>
internal sealed class PutClock(Instant start) : TimeProvider
{
    public Instant Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
