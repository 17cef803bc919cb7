namespace AbuseDesk.Deadlines.Feed;

internal static class FeedOwner
{
    /// <exception cref="DeskException">It is neither the actor's own calendar nor is the actor an admin, or the actor has no deadlines.</exception>
    public static void Demand(Actor actor, string login)
    {
        if (string.Equals(actor.Login, login.Trim(), StringComparison.OrdinalIgnoreCase))
            actor.Demand("have a calendar of deadlines", Role.Agent, Role.Lead, Role.Legal, Role.Admin);
        else
            actor.Demand("change the calendar of somebody else", Role.Admin);
    }
}
