namespace AbuseDesk.Notices.Settling;

/// <summary>What failed in one pass: one case keeps no other back, and at the end of the pass it is told.</summary>
internal sealed class PassFailures
{
    private readonly List<(string Name, Exception Why)> all = [];

    public bool Any => all.Count > 0;

    public void Add(string name, Exception why) => all.Add((name, why));

    /// <param name="what">What the pass does: "Settling the deadlines".</param>
    /// <exception cref="DeskException">Everything that failed did so with a sentence for people.</exception>
    /// <exception cref="AggregateException">Something failed otherwise.</exception>
    public void Throw(string what)
    {
        if (!Any)
            return;
        var sentence = $"{what} failed for {string.Join(", ", all.Select(one => one.Name))}, and is tried again; the others are done. {all[0].Name}: {all[0].Why.Message}";
        throw all.TrueForAll(one => one.Why is DeskException)
            ? new DeskException(sentence, all[0].Why)
            : new AggregateException(sentence, all.Select(one => one.Why));
    }
}
