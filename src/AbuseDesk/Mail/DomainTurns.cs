using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>Which domains may be sent more within their limits, counted in the database over all nodes.</summary>
internal sealed class DomainTurns
{
    private readonly DeskTransaction tx;
    private readonly MailLimits limits;
    private readonly HashSet<string> closed = [];
    private readonly Dictionary<string, int> inHand;
    private readonly Dictionary<string, int> within = [];

    private DomainTurns(DeskTransaction tx, MailLimits limits, Dictionary<string, int> inHand)
    {
        this.tx = tx;
        this.limits = limits;
        this.inHand = inHand;
    }

    /// <summary>Domains that a mail was kept back for.</summary>
    public IReadOnlyCollection<string> Closed => closed;

    /// <summary>Waits until no other worker counts.</summary>
    public static async Task<DomainTurns> OpenAsync(DeskTransaction tx, MailLimits limits)
    {
        await tx.ExecuteAsync("update outbox_gate set passed = passed + 1");
        await tx.ExecuteAsync("delete from outbox_takings where taken_at <= @past", new { past = tx.Now - Duration.FromDays(1) });
        var leased = await tx.QueryAsync<string>("select recipients from outbox_leases l join outbox o on o.id = l.outbox_id where o.status = 'waiting'");
        return new DomainTurns(tx, limits, leased.SelectMany(DomainsOf).CountBy(domain => domain).ToDictionary());
    }

    /// <summary>Counts a mail for each domain of its recipients; false, and nothing is counted, where one of them has had enough.</summary>
    public async Task<bool> TakeAsync(QueuedMail mail)
    {
        var domains = DomainsOf(mail.Recipients).ToList();
        var full = new List<string>();
        foreach (var domain in domains)
            if (limits.Of(domain) is { } limit && await IsFullAsync(domain, limit)) full.Add(domain);
        closed.UnionWith(full);
        if (full.Count > 0) return false;
        foreach (var domain in domains)
        {
            inHand[domain] = inHand.GetValueOrDefault(domain) + 1;
            if (limits.Of(domain)?.Most is null) continue;
            within[domain]++;
            await tx.ExecuteAsync(
                "insert into outbox_takings (outbox_id, domain, taken_at) values (@Id, @domain, @Now) on conflict do nothing", new { mail.Id, domain, tx.Now });
        }

        return true;
    }

    /// <summary>For "like … escape '!'".</summary>
    public static string Escaped(string domain) => domain.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    private static IEnumerable<string> DomainsOf(string recipients) => recipients
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(address => address.Split('@')[^1].ToLowerInvariant()).Distinct();

    private async Task<bool> IsFullAsync(string domain, DomainLimit limit)
    {
        if (limit.AtOnce is { } some && inHand.GetValueOrDefault(domain) >= some) return true;
        if (limit.Most is not { } most) return false;
        if (!within.TryGetValue(domain, out var count))
        {
            // what lies ahead was counted before the clock was put back
            count = await tx.GetAsync<int>(
                "select count(*) from outbox_takings where domain = @domain and taken_at > @since and taken_at <= @Now",
                new { domain, since = tx.Now - limit.Period, tx.Now });
            within[domain] = count;
        }

        return count >= most;
    }
}
