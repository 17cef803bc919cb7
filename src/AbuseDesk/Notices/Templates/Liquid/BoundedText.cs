using System.Globalization;

namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>Takes what a template writes, up to a limit.</summary>
internal sealed class BoundedText(string display, int most) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        Room(1);
        base.Write(value);
    }

    public override void Write(string? value)
    {
        Room(value?.Length ?? 0);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Room(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Room(buffer.Length);
        base.Write(buffer);
    }

    private void Room(int more)
    {
        if (GetStringBuilder().Length + more > most)
            throw new DeskException($"{display}: it writes more than {most:N0} characters and was stopped; let its loops write less.");
    }
}
