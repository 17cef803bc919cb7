namespace AbuseDesk.Cli.Commands.Doctor;

internal enum FindingState
{
    Ok,

    /// <summary>The desk works; somebody should look nevertheless.</summary>
    Advice,

    /// <summary>The desk, or a part of its work, cannot run.</summary>
    Blocks,
}

/// <summary>What was found of one part of the desk.</summary>
/// <param name="Part">In a word or two.</param>
/// <param name="State">Whether it stands in the way.</param>
/// <param name="Found">What is there, or what is missing.</param>
/// <param name="Mend">What to do; null where nothing is to be done.</param>
internal sealed record Finding(string Part, FindingState State, string Found, string? Mend = null)
{
    public static Finding Ok(string part, string found) => new(part, FindingState.Ok, found);

    /// <summary>What the look says; a look that fails is what blocks.</summary>
    /// <param name="part">In a word or two.</param>
    /// <param name="mend">What to do where the failure does not say it itself.</param>
    /// <param name="look">Looks at the part.</param>
    public static async Task<Finding> LookAsync(string part, string mend, Func<Task<Finding>> look)
    {
        try
        {
            return await look();
        }
        catch (DeskException e)
        {
            return Told(part, e.Message, mend);
        }
#pragma warning disable CA1031 // whatever a look finds, the doctor goes on and looks at the other parts
        catch (Exception e)
        {
            return new Finding(part, FindingState.Blocks, e.Message, mend);
        }
#pragma warning restore CA1031
    }

    /// <summary>A sentence for people says after its semicolon what to do.</summary>
    private static Finding Told(string part, string sentence, string mend)
    {
        var end = sentence.LastIndexOf("; ", StringComparison.Ordinal);
        return end < 0
            ? new Finding(part, FindingState.Blocks, sentence, mend)
            : new Finding(part, FindingState.Blocks, sentence[..end] + ".", char.ToUpperInvariant(sentence[end + 2]) + sentence[(end + 3)..]);
    }
}
