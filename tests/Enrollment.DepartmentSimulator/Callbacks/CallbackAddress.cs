namespace Enrollment.DepartmentSimulator.Callbacks;

/// <summary>Where to call back; read anew for each attempt, as the service may move between two of them.</summary>
internal sealed class CallbackAddress(Uri? address)
{
    private Uri? _address = address;

    public void Set(Uri address) => Volatile.Write(ref _address, address);

    public Uri? For(string departmentPath) =>
        Volatile.Read(ref _address) is { } address ? new Uri(address, $"/api/callbacks/{departmentPath}") : null;
}
