namespace AbuseDesk.Tests.Notices;

/// <summary>The 24 items that the specimen prints; local times in Los Angeles.</summary>
internal static class KnownItems
{
    internal sealed record Known(int Number, string Seen, string Location, string Excerpt, string Severity, string? RemovedOn);

    public static IReadOnlyList<Known> All { get; } =
    [
        new(1, "2020-11-16T09:42:10", "perch.example/p/rekepbq8", "[name] needs to pay for this in person. Somebody should see to it.", "high", null),
        new(2, "2020-11-18T19:28:06", "perch.example/p/zfsykwfw", "Stop talking. Make them afraid to leave the house.", "high", "2020-11-24"),
        new(3, "2020-11-20T16:46:38", "cdn.perch.example/i/kxdfa6y8z8.png", "[group] had it coming. Somebody do something about it.", "high", "2020-12-08"),
        new(4, "2020-11-23T06:14:05", "perch.example/p/7e8dhj8p", "Words are over. [name] should be hurt.", "high", "2020-12-08"),
        new(5, "2020-11-23T07:21:40", "perch.example/p/dm8j2ns7", "Whoever finds [name] first, do not be gentle.", "high", "2020-12-01"),
        new(6, "2020-11-26T08:56:27", "perch.example/p/jtwyghwn", "We have the street and the number. Saturday, eight in the evening, [place]. Bring what you have.", "critical", null),
        new(7, "2020-11-26T19:16:04", "perch.example/p/srm3q52s", "Someone should smoke them out.", "high", "2020-12-22"),
        new(8, "2020-11-30T14:05:51", "perch.example/p/8p788h4j", "If they march again, go in hard and leave nobody standing.", "high", null),
        new(9, "2020-12-01T08:38:08", "perch.example/p/kksj5a88", "If they come here, we strike first. Be ready.", "high", "2020-12-08"),
        new(10, "2020-12-01T14:09:52", "perch.example/p/hxufbv4u", "There is only one way to deal with [group], and it is not a vote.", "medium", "2020-12-08"),
        new(11, "2020-12-02T20:13:56", "perch.example/p/3aq3gja8", "Bring whatever you can swing. [place], seven in the evening.", "critical", "2020-12-15"),
        new(12, "2020-12-03T08:56:17", "perch.example/p/behafw9v", "Do not let [name] get home.", "high", "2021-01-05"),
        new(13, "2020-12-04T12:18:08", "perch.example/p/7wd7hkgp", "Ten of us are enough to get through the side door. Say below if you are in.", "critical", null),
        new(14, "2020-12-07T12:09:10", "perch.example/p/harwhm9a", "They will only listen when it hurts. So let it hurt.", "medium", null),
        new(15, "2020-12-07T12:43:32", "perch.example/p/4xehn6k5", "[name] walks the dog at six. That is all I am saying.", "critical", null),
        new(16, "2020-12-08T16:47:52", "cdn.perch.example/i/g6526q9k87.png", "Every one of [group] should be driven out by force.", "medium", "2021-01-09"),
        new(17, "2020-12-08T20:21:34", "perch.example/p/ycca663u", "The doors at [place] are not strong. Bring tools.", "critical", null),
        new(18, "2020-12-09T08:22:26", "perch.example/p/72dsfep3", "Someone should shut [name] up for good.", "high", null),
        new(93, "2021-01-08T09:17:40", "perch.example/p/nkmeqt3b", "Same again soon, but this time nobody holds back.", "high", null),
        new(94, "2021-01-08T09:37:22", "perch.example/p/7yum6qk5", "[place] is not guarded at night. Use that.", "critical", null),
        new(95, "2021-01-08T13:20:17", "perch.example/p/xsam5yf2", "Anyone who works for [group] is fair game.", "high", null),
        new(96, "2021-01-09T05:26:47", "perch.example/p/qk2trtrt", "Last warning to [name]: we are at your door tonight.", "critical", null),
        new(97, "2021-01-09T06:36:44", "perch.example/p/gkq8mwhx", "Make a list of who was there, and visit them.", "high", null),
        new(98, "2021-01-09T06:48:33", "perch.example/p/saddkpqk", "No more talk. Sunday, [place], and come armed.", "critical", null),
    ];
}
