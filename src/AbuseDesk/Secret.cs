namespace AbuseDesk;

/// <summary>A password or key: its text is there for those who need it, and never in a log or a message.</summary>
public sealed class Secret(string text)
{
    public string Reveal() => text;

    public override string ToString() => "(secret)";
}
