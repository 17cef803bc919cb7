namespace AbuseDesk;

/// <summary>
/// Something a person can put right. The message is one sentence for them: what is wrong and what to do.
/// Pages show it beside the form, commands print it and exit with 1.
/// </summary>
public sealed class DeskException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The act was understood, and this person may not do it.</summary>
    public bool Refused { get; init; }
}
