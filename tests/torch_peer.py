"""Measures networks in PyTorch (cuDNN) on the first CUDA device, for tests/bench-gpu.

Usage: torch_peer.py BATCHES MODEL...

BATCHES are numbers with commas between them, a MODEL is the name of a network of
the zoo. Prints a line for each time: model, batch, precision (float32, tf32 or float16) and
milliseconds, with tabs between them. Other lines are remarks. Weights are random,
and so are inputs; inputs and outputs stay on the device.
"""
import statistics
import sys

# Networks of the zoo as torchvision calls them, where they are the same. (Its ResNet-50 and the larger ones stride in the
# convolutions of 3x3, which takes 6 % more multiply-adds; its AlexNet and GoogLeNet are other networks.)
NAMES = {
    "vgg-a": "vgg11", "vgg-b": "vgg13", "vgg-d": "vgg16", "vgg-e": "vgg19", "resnet-18": "resnet18",
    "resnet-34": "resnet34", "resnet-50": "resnet50", "resnet-101": "resnet101", "resnet-152": "resnet152",
    "squeezenet-1.1": "squeezenet1_1", "mobilenet-v2": "mobilenet_v2", "densenet-121": "densenet121",
}


def milliseconds(torch, model, image):
    """The median of the times of at least 20 runs, by the device's clock, after as many that are not timed."""
    times = []
    with torch.inference_mode():
        for run in range(40):
            start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
            start.record()
            model(image)
            end.record()
            torch.cuda.synchronize()
            if run >= 20:
                times.append(start.elapsed_time(end))
    return statistics.median(times)


def main(batches, names):
    try:
        import torch
        import torchvision
    except ImportError as missing:
        print("skipped:", missing)
        return
    if not torch.cuda.is_available():
        print("skipped: it finds no CUDA device")
        return
    print(torch.__version__, "on", torch.cuda.get_device_name(), "with cuDNN", torch.backends.cudnn.version())
    torch.backends.cudnn.benchmark = True
    for name in names:
        if name not in NAMES:
            continue
        model = getattr(torchvision.models, NAMES[name])(weights=None).cuda().eval()
        for batch in batches:
            image = torch.rand(batch, 3, 224, 224, device="cuda")
            for precision, allowed in (("float32", False), ("tf32", True)):
                torch.backends.cuda.matmul.allow_tf32 = allowed
                torch.backends.cudnn.allow_tf32 = allowed
                print(name, batch, precision, f"{milliseconds(torch, model, image):.4f}", sep="\t", flush=True)
        model = model.half()
        for batch in batches:
            image = torch.rand(batch, 3, 224, 224, device="cuda").half()
            print(name, batch, "float16", f"{milliseconds(torch, model, image):.4f}", sep="\t", flush=True)


if __name__ == "__main__":
    main([int(batch) for batch in sys.argv[1].split(",")], sys.argv[2:])
